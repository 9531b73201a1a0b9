import { useEffect, useRef, useState } from 'preact/hooks';
import { LanguageContext } from '../../components/language';
import type { NewNotice } from '../../components/popup/NewNotices';
import { Popup } from '../../components/popup/Popup';
import { POPUP_VIEWS, type PopupView } from '../../components/popup/types';
import type { Verdict } from '../../lib/analysis/types';
import { reportFreshness } from '../../lib/lists/age';
import { send } from '../../lib/message-client';
import type { EXTENSION_PAGES, Results } from '../../lib/messages';
import type { MarkKind } from '../../lib/report/marks';
import { formatNumber } from '../../lib/numbers/format';
import { MAX_UNIT_TEXT } from '../../lib/page/limits';
import type { CardFacts, ListsView } from '../../lib/page/views';
import { lineInUse } from '../../lib/report/hotline';
import { BackgroundTroubles } from '../options/BackgroundTroubles';
import { usePageLanguage } from '../own-page/use-page-language';
import { useChanges } from './use-changes';
import { useGiven } from './use-given';
import { useOwnTab } from './use-own-tab';
import { usePageFindings } from './use-page-findings';

interface PopupPageProps {
  /** True in the side panel, which stays open while tabs change. */
  readonly panel?: boolean;
}

/** The popup and the side panel; `#call`, `#calm` and `#changes` in the address open those views. */
export function PopupPage({ panel = false }: PopupPageProps) {
  const { language, choose } = usePageLanguage();
  const [view, setView] = useState<PopupView>(viewOfAddress);
  const [facts, setFacts] = useState<CardFacts>();
  const [lists, setLists] = useState<ListsView>();
  const [notices, setNotices] = useState<readonly NewNotice[]>([]);
  const [checked, setChecked] = useState<Results['check']>();
  const latest = useRef(0);
  const typed = useRef('');
  const given = useGiven(panel, () => setView('main'));
  const changes = useChanges(language, view === 'changes');
  const { page, show, setHidden, allow, save, mark } = usePageFindings(useOwnTab(panel));

  useEffect(() => {
    void send('card-facts', {}).then(setFacts);
    void send('lists', {}).then(setLists);
    void send('notices', {}).then(({ fresh }) => setNotices(fresh));
  }, []);

  const check = async (text: string) => {
    const turn = ++latest.current;
    typed.current = text.slice(0, MAX_UNIT_TEXT);
    const answer = text.trim() === '' ? undefined : await send('check', { text: typed.current });
    // An answer to older text must not replace that to newer.
    if (turn === latest.current) setChecked(answer);
  };
  const leave = () => {
    if (!panel) close();
  };
  const openPage = (name: (typeof EXTENSION_PAGES)[number], part?: string) =>
    void send('open-page', { page: name, ...(part !== undefined && { part }) }).then(leave);
  const caller = checked && callerOf(checked.verdict);
  const markText = async (kind: MarkKind | undefined) => {
    await send('mark-text', { text: typed.current, kind });
    await check(typed.current);
  };

  return (
    <LanguageContext.Provider value={language}>
      <Popup
        view={view}
        troubles={<BackgroundTroubles />}
        page={page}
        checked={checked?.verdict}
        mark={checked?.mark}
        given={given}
        caller={caller && formatNumber(caller)}
        newNotices={notices}
        {...changes}
        hotlines={facts?.hotlines ?? []}
        hotline={facts && lineInUse(facts.hotlines, facts.now)}
        sms={lists?.directory.sms ?? []}
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
        onLanguage={(next) => void choose(next)}
        onShow={(id) => void show(id)}
        onHide={(id) => void setHidden(id, true)}
        onUndo={(id) => void setHidden(id, false)}
        onSave={(id) => void save(id).then(leave)}
        onSaveText={() => void send('evidence-text', { text: typed.current }).then(leave)}
        onSaveCall={(yes) => void send('evidence-call', { yes: [...yes] }).then(leave)}
        onMark={(id, kind) => void mark(id, kind)}
        onMarkText={(kind) => void markText(kind)}
        onEvidence={() => openPage('evidence')}
        onAllow={() => void allow()}
        onCheck={(text) => void check(text)}
        onNotice={() => openPage('notice')}
        onNewNotice={(id) => openPage('notice', id)}
        onPractice={() => openPage('practice')}
        onQuiz={() => openPage('quiz')}
        onOptions={() => openPage('options')}
        onView={setView}
        copy={(text) => navigator.clipboard.writeText(text)}
      />
    </LanguageContext.Provider>
  );
}

function viewOfAddress(): PopupView {
  return POPUP_VIEWS.find((one) => location.hash === `#${one}`) ?? 'main';
}

/** The number that a text warns of: the first that is no official one. */
function callerOf({ findings }: Verdict): string | undefined {
  const found = findings.find((one) => one.kind === 'phone' && one.standing.kind !== 'official');
  return found?.kind === 'phone' ? found.number : undefined;
}
