import { useEffect, useState } from 'preact/hooks';
import { LanguageContext } from '../../components/language';
import { Notice } from '../../components/notice/Notice';
import type { Language } from '../../lib/i18n/translate';
import type { Directory } from '../../lib/lists/schema-directory';
import { send } from '../../lib/message-client';
import { formatNumber } from '../../lib/numbers/format';
import { changeLanguage, pageLanguage } from '../../lib/page/extension-page';

/** The newest notice of the directory. */
export function NoticePage() {
  const [language, setLanguage] = useState<Language>('vi');
  const [directory, setDirectory] = useState<Directory>();
  useEffect(() => {
    void pageLanguage().then(setLanguage);
    void send('lists', {}).then((lists) => setDirectory(lists.directory));
  }, []);
  const notice = directory?.notices.toSorted((a, b) => b.date.localeCompare(a.date))[0];
  const organisation = directory?.organisations.find(({ id }) => id === notice?.organisation);
  if (!directory || !notice || !organisation) return null;
  return (
    <LanguageContext.Provider value={language}>
      <Notice
        notice={notice}
        organisation={organisation}
        sms={directory.sms}
        formatNumber={formatNumber}
        onLanguage={(next) => void changeLanguage(next).then(setLanguage)}
        onPrint={() => print()}
      />
    </LanguageContext.Provider>
  );
}
