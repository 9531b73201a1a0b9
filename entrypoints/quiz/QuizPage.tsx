import { useEffect, useState } from 'preact/hooks';
import { LanguageContext } from '../../components/language';
import { Quiz } from '../../components/quiz/Quiz';
import type { Language } from '../../lib/i18n/translate';
import { changeLanguage, pageLanguage } from '../../lib/page/extension-page';
import { QUIZ } from './messages';

/** Ten messages to judge for oneself. */
export function QuizPage() {
  const [language, setLanguage] = useState<Language>('vi');
  useEffect(() => void pageLanguage().then(setLanguage), []);
  return (
    <LanguageContext.Provider value={language}>
      <Quiz messages={QUIZ} onLanguage={(next) => void changeLanguage(next).then(setLanguage)} />
    </LanguageContext.Provider>
  );
}
