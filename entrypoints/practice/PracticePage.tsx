import { useEffect, useState } from 'preact/hooks';
import { LanguageContext } from '../../components/language';
import { Practice } from '../../components/practice/Practice';
import type { Language } from '../../lib/i18n/translate';
import { changeLanguage, pageLanguage } from '../../lib/page/extension-page';
import { CHAT, MAILS, POSTS } from './messages';

/** The practice mailbox, or the feed where the address ends in `#feed`. */
export function PracticePage() {
  const [language, setLanguage] = useState<Language>('vi');
  useEffect(() => void pageLanguage().then(setLanguage), []);
  return (
    <LanguageContext.Provider value={language}>
      <Practice
        start={location.hash === '#feed' ? 'feed' : 'mailbox'}
        mails={MAILS}
        posts={POSTS}
        chat={CHAT}
        onLanguage={(next) => void changeLanguage(next).then(setLanguage)}
      />
    </LanguageContext.Provider>
  );
}
