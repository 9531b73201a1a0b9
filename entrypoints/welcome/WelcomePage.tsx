import { useEffect, useState } from 'preact/hooks';
import { LanguageContext } from '../../components/language';
import { Welcome } from '../../components/welcome/Welcome';
import type { Language } from '../../lib/i18n/translate';
import { send } from '../../lib/message-client';
import { changeLanguage, pageLanguage } from '../../lib/page/extension-page';

/** What opens after the install. */
export function WelcomePage() {
  const [language, setLanguage] = useState<Language>('vi');
  useEffect(() => void pageLanguage().then(setLanguage), []);
  return (
    <LanguageContext.Provider value={language}>
      <Welcome
        onPractice={() => void send('open-page', { page: 'practice' })}
        onQuiz={() => void send('open-page', { page: 'quiz' })}
        onLanguage={(next) => void changeLanguage(next).then(setLanguage)}
      />
    </LanguageContext.Provider>
  );
}
