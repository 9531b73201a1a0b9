import { LanguageContext } from '../../components/language';
import { Quiz } from '../../components/quiz/Quiz';
import { usePageLanguage } from '../own-page/use-page-language';
import { QUIZ } from './messages';

/** Ten messages to judge for oneself. */
export function QuizPage() {
  const { language, choose } = usePageLanguage();
  return (
    <LanguageContext.Provider value={language}>
      <Quiz messages={QUIZ} onLanguage={(next) => void choose(next)} />
    </LanguageContext.Provider>
  );
}
