import { LanguageContext } from '../../components/language';
import { Welcome } from '../../components/welcome/Welcome';
import { send } from '../../lib/message-client';
import { usePageLanguage } from '../own-page/use-page-language';

/** What opens after the install. */
export function WelcomePage() {
  const { language, choose } = usePageLanguage();
  return (
    <LanguageContext.Provider value={language}>
      <Welcome
        onPractice={() => void send('open-page', { page: 'practice' })}
        onQuiz={() => void send('open-page', { page: 'quiz' })}
        onLanguage={(next) => void choose(next)}
      />
    </LanguageContext.Provider>
  );
}
