import { LanguageContext } from '../../components/language';
import { Practice } from '../../components/practice/Practice';
import { usePageLanguage } from '../own-page/use-page-language';
import { CHAT, MAILS, POSTS } from './messages';

/** The practice mailbox, or the feed where the address ends in `#feed`. */
export function PracticePage() {
  const { language, choose } = usePageLanguage();
  return (
    <LanguageContext.Provider value={language}>
      <Practice
        start={location.hash === '#feed' ? 'feed' : 'mailbox'}
        mails={MAILS}
        posts={POSTS}
        chat={CHAT}
        onLanguage={(next) => void choose(next)}
      />
    </LanguageContext.Provider>
  );
}
