import { useMemo, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Work } from '../../../components/admin/Busy';
import { ConceptList } from '../../../components/admin/packs/ConceptList';
import { CorpusRun } from '../../../components/admin/packs/CorpusRun';
import { TryMessage, type TriedVerdict } from '../../../components/admin/packs/TryMessage';
import { useAdminText } from '../../../components/admin/text';
import { changedVerdicts, judgeBy, readCorpus, type ChangedVerdict } from '../../../lib/admin/packs/compare';
import { addedPhrases, addPhrase, removePhrase, type PackResult } from '../../../lib/admin/packs/edit';
import { saveDocument } from '../../../lib/admin/workspace';
import type { Verdict } from '../../../lib/analysis/types';
import { parsePhrasePack, type PhrasePack } from '../../../lib/phrasing/pack-schema';
import type { DeskProps } from './Desk';
import { directoryOf, publishedPack } from './workspace-facts';

/** Messages that are judged between two breaths of the page. */
const PIECE = 20;

function tried({ level, reasons }: Verdict): TriedVerdict {
  return { level, reasons: reasons.map(({ text }) => text) };
}

/** The phrase pack: its concepts, a phrase more, and what that changes. */
export function PacksTab({ state, workspace }: DeskProps) {
  const text = useAdminText();
  const [problem, setProblem] = useState<{ readonly id: string; readonly text: string }>();
  const [work, setWork] = useState<Work>();
  const [result, setResult] = useState<{
    readonly messages: number;
    readonly changed: readonly ChangedVerdict[];
  }>();
  const stop = useRef<AbortController>(undefined);
  const published = useMemo(() => publishedPack(workspace), [workspace.open]);
  const edited = useMemo(
    () =>
      workspace.drafts.phrasePack === undefined ? published : parsePhrasePack(workspace.drafts.phrasePack),
    [published, workspace.drafts.phrasePack],
  );
  const directory = useMemo(() => directoryOf(workspace), [workspace.open, workspace.drafts.directory]);
  const today = new Date().toISOString().slice(0, 10);
  const before = useMemo(() => judgeBy(published, directory, today), [published, directory]);
  const after = useMemo(() => judgeBy(edited, directory, today), [edited, directory]);

  const take = (id: string, outcome: PackResult) => {
    if ('problem' in outcome) {
      setProblem({ id, text: text(`packs_wrong_${outcome.problem}`) });
      return;
    }
    setProblem(undefined);
    setResult(undefined);
    const next: PhrasePack | undefined = sameConcepts(outcome.pack, published) ? undefined : outcome.pack;
    void state
      .run(text('work_save'), (store) => saveDocument(store, workspace, 'phrasePack', next))
      .then((saved) => saved && state.setWorkspace(saved));
  };
  const run = async () => {
    const { signal } = (stop.current = new AbortController());
    const label = text('packs_running');
    const answer = await fetch(browser.runtime.getURL('corpus/messages-dev.jsonl'));
    const messages = readCorpus(await answer.text());
    const changed: ChangedVerdict[] = [];
    for (let at = 0; at < messages.length && !signal.aborted; at += PIECE) {
      changed.push(...changedVerdicts(messages.slice(at, at + PIECE), before, after));
      setWork({ label, done: at, all: messages.length });
      await new Promise((resolve) => setTimeout(resolve));
    }
    setWork(undefined);
    if (!signal.aborted) setResult({ messages: messages.length, changed });
  };
  return (
    <>
      <TryMessage judge={(message) => ({ before: tried(before(message)), after: tried(after(message)) })} />
      <CorpusRun work={work} result={result} onRun={() => void run()} onStop={() => stop.current?.abort()} />
      <ConceptList
        concepts={edited.concepts}
        added={(id) => addedPhrases(published, edited, id)}
        problem={problem}
        onAdd={(id, phrase) => take(id, addPhrase(edited, id, phrase))}
        onRemove={(id, phrase) => take(id, removePhrase(edited, id, phrase))}
      />
    </>
  );
}

function sameConcepts(a: PhrasePack, b: PhrasePack): boolean {
  return JSON.stringify(a.concepts) === JSON.stringify(b.concepts);
}
