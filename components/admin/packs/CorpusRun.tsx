import type { ChangedVerdict } from '../../../lib/admin/packs/compare';
import { useText } from '../../language';
import { Busy, type Work } from '../Busy';
import { useAdminText } from '../text';

interface CorpusRunProps {
  readonly work?: Work | undefined;
  /** Absent before a run. */
  readonly result?: { readonly messages: number; readonly changed: readonly ChangedVerdict[] } | undefined;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

/** The shipped corpus against both packs: which verdicts change before anything is published. */
export function CorpusRun({ work, result, onRun, onStop }: CorpusRunProps) {
  const text = useAdminText();
  const words = useText();
  return (
    <section class="panel">
      <h2>{text('packs_corpus')}</h2>
      <p class="muted">{text('packs_corpus_hint')}</p>
      <button type="button" class="button" onClick={work ? onStop : onRun}>
        {text(work ? 'cancel' : 'packs_run')}
      </button>
      <div role="status">
        {work && <Busy work={work} />}
        {result && <p>{text('packs_result', { count: result.changed.length, messages: result.messages })}</p>}
      </div>
      {result && (
        <ul class="row-reports" tabIndex={0}>
          {result.changed.map(({ message, before, after }) => (
            <li key={message.id}>
              <strong>
                {words(`level_${before}`)} → {words(`level_${after}`)}
              </strong>{' '}
              <span class="muted">{message.label}</span> {message.text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
