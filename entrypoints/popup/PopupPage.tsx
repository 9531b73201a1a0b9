import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { LanguageContext } from '../../components/language';
import type { NewNotice } from '../../components/popup/NewNotices';
import { Popup } from '../../components/popup/Popup';
import type { Verdict } from '../../lib/analysis/types';
import type { Language } from '../../lib/i18n/translate';
import { reportFreshness } from '../../lib/lists/age';
import { send } from '../../lib/message-client';
import { formatNumber } from '../../lib/numbers/format';
import { changeLanguage, pageLanguage } from '../../lib/page/extension-page';
import { MAX_UNIT_TEXT } from '../../lib/page/limits';
import type { CardFacts, ListsView } from '../../lib/page/views';
import { usePageFindings } from './use-page-findings';

/** The tab the popup speaks of: the active one, or the one named in the address where the popup has a tab of its own. */
async function ownTab(): Promise<number | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named > 0) return named;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

export function PopupPage() {
  const [language, setLanguage] = useState<Language>('vi');
  const [tabId, setTabId] = useState<number>();
  const [facts, setFacts] = useState<CardFacts>();
  const [lists, setLists] = useState<ListsView>();
  const [notices, setNotices] = useState<readonly NewNotice[]>([]);
  const [checked, setChecked] = useState<Verdict>();
  const latest = useRef(0);
  const { page, show, setHidden, allow } = usePageFindings(tabId);

  useEffect(() => {
    void pageLanguage().then(setLanguage);
    void ownTab().then(setTabId);
    void send('card-facts', {}).then(setFacts);
    void send('lists', {}).then(setLists);
    void send('notices', {}).then(({ fresh }) => setNotices(fresh));
  }, []);

  const check = async (text: string) => {
    const turn = ++latest.current;
    const answer =
      text.trim() === '' ? undefined : await send('check', { text: text.slice(0, MAX_UNIT_TEXT) });
    // An answer to older text must not replace that to newer.
    if (turn === latest.current) setChecked(answer?.verdict);
  };
  const openPage = (name: 'notice' | 'practice' | 'options', part?: string) =>
    void send('open-page', { page: name, ...(part !== undefined && { part }) }).then(() => close());

  return (
    <LanguageContext.Provider value={language}>
      <Popup
        page={page}
        checked={checked}
        newNotices={notices}
        hotlines={facts?.hotlines ?? []}
        lists={
          lists && {
            version: lists.version,
            date: lists.published,
            embedded: lists.embedded,
            unstored: lists.error !== undefined,
            stale: lists.stale,
          }
        }
        formatNumber={formatNumber}
        freshness={(date) => (facts ? reportFreshness(date, facts.now) : 'recent')}
        onLanguage={(next) => void changeLanguage(next).then(setLanguage)}
        onShow={(id) => void show(id)}
        onHide={(id) => void setHidden(id, true)}
        onUndo={(id) => void setHidden(id, false)}
        onAllow={() => void allow()}
        onCheck={(text) => void check(text)}
        onNotice={() => openPage('notice')}
        onNewNotice={(id) => openPage('notice', id)}
        onPractice={() => openPage('practice')}
        onOptions={() => openPage('options')}
      />
    </LanguageContext.Provider>
  );
}
