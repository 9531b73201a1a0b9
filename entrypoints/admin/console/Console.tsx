import { useEffect, useState } from 'preact/hooks';
import { Busy } from '../../../components/admin/Busy';
import { Start } from '../../../components/admin/start/Start';
import { useAdminText } from '../../../components/admin/text';
import { LanguageSwitch } from '../../../components/LanguageSwitch';
import { LanguageContext, useLocalised } from '../../../components/language';
import { translateAdmin } from '../../../lib/i18n/admin';
import type { ConsoleFeed } from '../../../lib/admin/store-schema';
import { CeremonyPage } from './CeremonyPage';
import { Desk } from './Desk';
import { pickFolder } from './files';
import { fromAddress, fromFolder, fromZip } from './open';
import { useAskedToLeave } from './use-asked-to-leave';
import { useConsole, type ConsoleState } from './use-console';
import { useFocusKept } from './use-focus-kept';

/** The console: a start page, the guided making of a feed, or a feed on the desk. */
export function Console() {
  const state = useConsole();
  return (
    <LanguageContext.Provider value={state.language}>
      <Frame state={state}>
        <Page state={state} />
      </Frame>
    </LanguageContext.Provider>
  );
}

function Frame({
  state,
  children,
}: {
  readonly state: ConsoleState;
  readonly children: preact.ComponentChildren;
}) {
  const text = useAdminText();
  const local = useLocalised();
  const { workspace, problem, work, goesOn } = state;
  const [asking, setAsking] = useState(false);
  useFocusKept();
  useAskedToLeave(goesOn);
  useEffect(() => {
    // The next work is asked about when somebody closes it, not before.
    if (!goesOn) setAsking(false);
  }, [goesOn]);
  const close = () => {
    setAsking(false);
    state.setGoesOn(false);
    state.setWorkspace(undefined);
  };
  return (
    <div class="console">
      <header class="console-bar no-print">
        <h1>{workspace ? local(workspace.feed.name) : text('console_title')}</h1>
        {workspace && (
          <button
            type="button"
            class="button"
            aria-expanded={goesOn ? asking : undefined}
            onClick={() => (goesOn ? setAsking(!asking) : close())}
          >
            {text('console_close')}
          </button>
        )}
        <LanguageSwitch onLanguage={state.setLanguage} />
      </header>
      {asking && goesOn && (
        <div class="hint no-print" role="region" aria-label={text('console_close')}>
          <p>{text('close_ask')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={close}>
              {text('close_yes')}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {text('close_no')}
            </button>
          </div>
        </div>
      )}
      {problem && (
        <div class="problem-box" role="alert">
          <p>{text(problem.key, problem.params)}</p>
          <button type="button" class="button" onClick={state.clearProblem}>
            {text('problem_seen')}
          </button>
        </div>
      )}
      <div role="status">{work && <Busy work={work} />}</div>
      <main>{children}</main>
    </div>
  );
}

function Page({ state }: { readonly state: ConsoleState }) {
  const [making, setMaking] = useState(false);
  const { editor, language, workspace } = state;
  const label = translateAdmin(language, 'work_open');
  const take = async (read: () => Promise<ConsoleFeed>) => {
    const feed = await state.run(label, read);
    await state.refreshFeeds();
    if (feed) await state.open(feed, label);
  };
  if (workspace) return <Desk key={workspace.feed.id} state={state} workspace={workspace} />;
  if (making) {
    return (
      <CeremonyPage
        state={state}
        onCancel={() => setMaking(false)}
        onDone={(feed: ConsoleFeed) => {
          setMaking(false);
          void state.refreshFeeds().then(() => state.open(feed, label));
        }}
      />
    );
  }
  const { store } = state;
  if (!store) return null;
  const progress = (done: number, all: number) => state.setWork({ label, done, all });
  return (
    <Start
      feeds={state.feeds}
      now={Date.now()}
      canPickFolder={pickFolder !== undefined}
      editor={editor}
      onEditor={state.setEditor}
      onOpen={(feed) => void state.open(feed, label)}
      onForget={(feed) =>
        void state.run(label, (opened) => opened.removeFeed(feed.id)).then(state.refreshFeeds)
      }
      onAddress={(address, fingerprint) =>
        void take(() => fromAddress(store, address, fingerprint, editor, progress))
      }
      onFolder={() => void take(() => fromFolder(store, editor, progress))}
      onZip={(file) => void take(() => fromZip(store, file, editor, progress))}
      onNew={() => setMaking(true)}
    />
  );
}
