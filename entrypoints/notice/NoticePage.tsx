import { useEffect, useState } from 'preact/hooks';
import { LanguageContext } from '../../components/language';
import { Notice } from '../../components/notice/Notice';
import { translate } from '../../lib/i18n/translate';
import { noticesToday } from '../../lib/lists/notices-today';
import { send } from '../../lib/message-client';
import { formatNumber } from '../../lib/numbers/format';
import type { ListsView } from '../../lib/page/views';
import { today } from '../background/today';
import { usePageLanguage } from '../own-page/use-page-language';

/** A notice of the directory that holds today: the one that the address names behind `#`, else the newest. */
export function NoticePage() {
  const { language, choose } = usePageLanguage();
  const [lists, setLists] = useState<ListsView>();
  const directory = lists?.directory;
  useEffect(() => {
    void send('lists', {}).then(setLists);
  }, []);
  const notices = directory
    ? noticesToday(directory, today()).toSorted((a, b) => b.date.localeCompare(a.date))
    : [];
  const named = decodeURIComponent(location.hash.slice(1));
  const notice = notices.find(({ id }) => id === named) ?? notices[0];
  useEffect(() => {
    if (notice) void send('notice-read', { id: notice.id });
  }, [notice]);
  const organisation = directory?.organisations.find(({ id }) => id === notice?.organisation);
  if (!lists || !directory || !notice || !organisation)
    return (
      <main class="notice">
        <h1 class="notice-title">{translate(language, 'notice_kind')}</h1>
      </main>
    );
  return (
    <LanguageContext.Provider value={language}>
      <Notice
        notice={notice}
        organisation={organisation}
        feed={lists.noticeFeeds[notice.id]}
        sms={directory.sms}
        formatNumber={formatNumber}
        onLanguage={(next) => void choose(next)}
        onPrint={() => print()}
      />
    </LanguageContext.Provider>
  );
}
