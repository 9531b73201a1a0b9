import { useMemo, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Work } from '../../../components/admin/Busy';
import { ConceptList, type PhraseEdit } from '../../../components/admin/packs/ConceptList';
import { CorpusRun } from '../../../components/admin/packs/CorpusRun';
import { TryMessage, type TriedVerdict } from '../../../components/admin/packs/TryMessage';
import { NO_REASON } from '../../../components/admin/ReasonFields';
import { useAdminText } from '../../../components/admin/text';
import { WayBack } from '../../../components/admin/WayBack';
import { changedVerdicts, judgeBy, readCorpus, type ChangedVerdict } from '../../../lib/admin/packs/compare';
import {
  addedPhrases,
  addPhrase,
  changePhrase,
  removePhrase,
  type PackResult,
} from '../../../lib/admin/packs/edit';
import type { Verdict } from '../../../lib/analysis/types';
import type { PhrasePack } from '../../../lib/phrasing/pack-schema';
import type { DeskProps } from './Desk';
import { useDocument, type LastDocumentEdit } from './use-document';
import { directoryOf, editedPack, publishedPack } from './workspace-facts';

/** Messages that are judged between two breaths of the page. */
const PIECE = 20;

function tried({ level, reasons }: Verdict): TriedVerdict {
  return { level, reasons: reasons.map(({ text }) => text) };
}

function edit(pack: PhrasePack, id: string, how: PhraseEdit): PackResult {
  if ('add' in how) return addPhrase(pack, id, how.add);
  return 'remove' in how ? removePhrase(pack, id, how.remove) : changePhrase(pack, id, how.change, how.to);
}

interface PacksTabProps extends DeskProps {
  readonly lastEdit: LastDocumentEdit | undefined;
  readonly onEdited: (edit: LastDocumentEdit | undefined) => void;
}

/** The phrase pack: its concepts, their phrases, and what an edit of them changes. */
export function PacksTab({ state, workspace, lastEdit, onEdited }: PacksTabProps) {
  const text = useAdminText();
  const [problem, setProblem] = useState<{ readonly id: string; readonly text: string }>();
  // Stays for the next phrase: a sitting has one occasion.
  const [reason, setReason] = useState(NO_REASON);
  const [work, setWork] = useState<Work>();
  const [result, setResult] = useState<{
    readonly messages: number;
    readonly changed: readonly ChangedVerdict[];
  }>();
  const stop = useRef<AbortController>(undefined);
  const published = useMemo(() => publishedPack(workspace), [workspace.open]);
  const edited = useMemo(() => editedPack(workspace), [workspace.open, workspace.drafts.phrasePack]);
  const directory = useMemo(() => directoryOf(workspace), [workspace.open, workspace.drafts.directory]);
  const today = new Date().toISOString().slice(0, 10);
  const before = useMemo(() => judgeBy(published, directory, today), [published, directory]);
  const after = useMemo(() => judgeBy(edited, directory, today), [edited, directory]);

  const { save, undo } = useDocument({ state, workspace }, 'phrasePack', {
    last: lastEdit,
    onEdited,
    onSaved: () => {
      setProblem(undefined);
      setResult(undefined);
    },
  });
  const take = (id: string, outcome: PackResult): boolean => {
    if ('problem' in outcome) {
      const what = 'what' in outcome ? outcome.what : '';
      setProblem({ id, text: text(`packs_wrong_${outcome.problem}`, { what }) });
      return false;
    }
    if (reason.why.trim() === '') {
      setProblem({ id, text: text('packs_wrong_reason') });
      return false;
    }
    const next = samePhrases(outcome.pack, published) ? undefined : outcome.pack;
    if (outcome.pack !== edited) void save(() => next, reason);
    return true;
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
      <WayBack done={undo && text('packs_saved')} onUndo={() => void undo?.()} />
      <TryMessage judge={(message) => ({ before: tried(before(message)), after: tried(after(message)) })} />
      <CorpusRun work={work} result={result} onRun={() => void run()} onStop={() => stop.current?.abort()} />
      <ConceptList
        concepts={edited.concepts}
        added={(id) => addedPhrases(published, edited, id)}
        removed={(id) => addedPhrases(edited, published, id)}
        problem={problem}
        reason={reason}
        onReason={setReason}
        onEdit={(id, how) => take(id, edit(edited, id, how))}
      />
    </>
  );
}

/** Phrases and weights: a phrase that was taken out and put in again weighs no more what it did. */
function samePhrases(a: PhrasePack, b: PhrasePack): boolean {
  const gist = ({ concepts, judge }: PhrasePack) => JSON.stringify([concepts, judge]);
  return gist(a) === gist(b);
}
