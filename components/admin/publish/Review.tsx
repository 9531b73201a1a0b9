import { useState } from 'preact/hooks';
import type { EntryReason, NumberReason } from '../../../lib/admin/publish/draft-reasons';
import type { HistoryEntry } from '../../../lib/admin/publish/history';
import type { Objection } from '../../../lib/lists/publish/guards';
import { useAdminText } from '../text';
import { Edits } from './Edits';
import { Objections, useObjections } from './Objections';
import { summary } from './summary';

export interface ReviewProps {
  readonly count: HistoryEntry['count'];
  readonly numbers: readonly NumberReason[];
  readonly entries: readonly EntryReason[];
  /** What stands against it, or must be said yes to once more. */
  readonly objections: readonly Objection[];
  /** Clashes with somebody else's version that nobody has chosen of yet. */
  readonly unchosen: number;
  /** No key at hand may sign the content. */
  readonly noKey: boolean;
  readonly formatNumber: (number: string) => string;
  readonly onKeys: () => void;
  /** Gets what was said yes to. */
  readonly onPublish: (allowed: ReadonlySet<string>) => void;
  readonly onDiscard: () => void;
}

/** What will change for people, in words and numbers, before anything is signed. */
export function Review(props: ReviewProps) {
  const text = useAdminText();
  const { count, noKey, unchosen } = props;
  const { sure, ...asked } = useObjections(props.objections);
  const [discarding, setDiscarding] = useState(false);
  return (
    <section class="panel">
      <h2>{text('review_title')}</h2>
      <p class="strong">{summary(text, count)}</p>
      <Edits numbers={props.numbers} entries={props.entries} formatNumber={props.formatNumber} />
      <Objections {...asked} />
      {unchosen > 0 && <p class="hint">{text('merge_open', { count: unchosen })}</p>}
      {noKey && (
        <div class="hint">
          <p>{text('review_missing')}</p>
          <button type="button" class="button" onClick={props.onKeys}>
            {text('review_load_keys')}
          </button>
        </div>
      )}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={!sure || noKey || unchosen > 0}
          onClick={() => props.onPublish(asked.confirmed)}
        >
          {text('review_publish')}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={discarding}
          onClick={() => setDiscarding(!discarding)}
        >
          {text('review_discard')}
        </button>
      </div>
      {discarding && (
        <div class="hint">
          <p>{text('review_discard_ask')}</p>
          <button type="button" class="button" onClick={props.onDiscard}>
            {text('review_discard_yes')}
          </button>
        </div>
      )}
    </section>
  );
}
