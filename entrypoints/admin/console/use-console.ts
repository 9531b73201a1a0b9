/** The console's state: its store, the feeds that it keeps, the one on the desk, what is going on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Work } from '../../../components/admin/Busy';
import type { Language } from '../../../lib/i18n/translate';
import { documentLanguage } from '../../../lib/page/extension-page';
import { loadWorkspace, type Workspace } from '../../../lib/admin/workspace';
import { openAdminStore, type AdminStore } from '../../../lib/admin/store';
import type { ConsoleFeed } from '../../../lib/admin/store-schema';
import { showDue } from './badge';
import { errorKey, type ErrorText } from './error-text';

export interface ConsoleState {
  readonly store: AdminStore | undefined;
  readonly feeds: readonly ConsoleFeed[];
  readonly workspace: Workspace | undefined;
  readonly editor: string;
  readonly language: Language;
  readonly work: Work | undefined;
  readonly problem: ErrorText | undefined;
  /** New keys that nobody keeps yet: who leaves now loses them. */
  readonly goesOn: boolean;
  readonly setWorkspace: (workspace: Workspace | undefined) => void;
  readonly setEditor: (name: string) => void;
  readonly setLanguage: (language: Language) => void;
  readonly setGoesOn: (goesOn: boolean) => void;
  readonly setWork: (work: Work | undefined) => void;
  readonly clearProblem: () => void;
  readonly refreshFeeds: () => Promise<void>;
  /** Runs a job with its label shown; what it throws becomes the problem that is shown. Gives undefined then. */
  readonly run: <Result>(
    label: string,
    job: (store: AdminStore) => Promise<Result>,
  ) => Promise<Result | undefined>;
  readonly open: (feed: ConsoleFeed, label: string) => Promise<void>;
}

const SETTINGS = { editor: '', language: 'vi' };

export function useConsole(): ConsoleState {
  const [store, setStore] = useState<AdminStore>();
  const [feeds, setFeeds] = useState<readonly ConsoleFeed[]>([]);
  const [workspace, setWorkspace] = useState<Workspace>();
  const [editor, setEditor] = useState('');
  const [language, setLanguage] = useState<Language>(documentLanguage);
  const [work, setWork] = useState<Work>();
  const [problem, setProblem] = useState<ErrorText>();
  const [goesOn, setGoesOn] = useState(false);
  const running = useRef(0);

  const run: ConsoleState['run'] = async (label, job) => {
    if (!store) return undefined;
    running.current += 1;
    setWork({ label });
    setProblem(undefined);
    try {
      return await job(store);
    } catch (error) {
      setProblem(errorKey(error));
      return undefined;
    } finally {
      running.current -= 1;
      if (running.current === 0) setWork(undefined);
    }
  };
  const refreshFeeds = async () => {
    const kept = (await store?.feeds()) ?? [];
    setFeeds(kept);
    await showDue(kept);
  };
  useEffect(() => {
    void (async () => {
      try {
        const opened = await openAdminStore();
        setStore(opened);
        setFeeds(await opened.feeds());
      } catch (error) {
        setProblem(errorKey(error));
      }
      const kept = await browser.storage.local.get(SETTINGS);
      // A name that was typed meanwhile stays.
      setEditor((typed) => typed || String(kept.editor));
      setLanguage(kept.language === 'en' ? 'en' : 'vi');
    })();
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return {
    store,
    feeds,
    workspace,
    editor,
    language,
    work,
    problem,
    goesOn,
    setGoesOn,
    setWorkspace,
    setEditor: (name) => {
      setEditor(name);
      void browser.storage.local.set({ editor: name });
    },
    setLanguage: (next) => {
      setLanguage(next);
      void browser.storage.local.set({ language: next });
    },
    setWork,
    clearProblem: () => setProblem(undefined),
    refreshFeeds,
    run,
    async open(feed, label) {
      const loaded = await run(label, (opened) =>
        loadWorkspace(opened, feed, (done, all) => setWork({ label, done, all })),
      );
      if (loaded) setWorkspace(loaded);
    },
  };
}
