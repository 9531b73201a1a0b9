import { useId, useState } from 'preact/hooks';
import { clashId, type Side } from '../../../lib/admin/merge/lists';
import type { DraftClash, MergeNote } from '../../../lib/admin/merge/rebase';
import type { ReasonDraft } from '../ReasonFields';
import { useAdminText } from '../text';
import { KeepList } from './KeepList';
import { useSides } from './sides';
import { listName, partName, summary } from './summary';

/** Numbers that are shown; the rest is counted. */
const SHOWN = 200;

interface MergeProps {
  readonly note: MergeNote;
  /** Why the last choice was not taken. */
  readonly problem?: string | undefined;
  readonly formatNumber: (number: string) => string;
  /** Why entries change by the list that one keeps as a whole, where that is known already. */
  readonly reasonOf: (clash: DraftClash) => ReasonDraft;
  readonly onChoose: (clash: DraftClash, side: Side, reason?: ReasonDraft) => void;
}

/** A colleague published first: what the draft took from that version, and what both changed. */
export function Merge({ note, problem, formatNumber, reasonOf, onChoose }: MergeProps) {
  const text = useAdminText();
  const { taken, clashes } = note;
  const { added, removed, changed } = taken.reported;
  const count = {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    documents: [...new Set(taken.parts.map(({ list }) => list))],
    parts: taken.parts,
  };
  const numbers = [...added, ...removed, ...changed];
  return (
    <section class="panel" aria-label={text('merge_title', { version: note.version })}>
      <h2>{text('merge_title', { version: note.version })}</h2>
      <p role="status">
        {text('merge_taken', { what: summary(text, count) || text('merge_nothing') })}{' '}
        {clashes.length === 0 && text('merge_no_clash')}
      </p>
      {numbers.length > 0 && (
        <details>
          <summary>{text('merge_numbers', { count: numbers.length })}</summary>
          <p>{numbers.slice(0, SHOWN).map(formatNumber).join(', ')}</p>
          {numbers.length > SHOWN && (
            <p class="muted">{text('review_more', { count: numbers.length - SHOWN })}</p>
          )}
        </details>
      )}
      {clashes.length > 0 && <p class="strong">{text('merge_clashes', { count: clashes.length })}</p>}
      {clashes.map((clash) => (
        <ClashChoice
          key={clashId(clash)}
          clash={clash}
          formatNumber={formatNumber}
          reasonOf={reasonOf}
          onChoose={onChoose}
        />
      ))}
      {problem !== undefined && (
        <p class="problem" role="alert">
          {text('merge_wrong', { place: problem })}
        </p>
      )}
    </section>
  );
}

function ClashChoice({
  clash,
  formatNumber,
  reasonOf,
  onChoose,
}: Omit<MergeProps, 'note' | 'problem'> & { readonly clash: DraftClash }) {
  const text = useAdminText();
  const name = useId();
  const sides = useSides(clash);
  const isWhole = clash.list !== 'reported' && clash.part === undefined;
  // A whole list that is kept goes over all that the other side did in it: first it is said why.
  const [asking, setAsking] = useState(false);
  const choose = (side: Side) => {
    const asks = isWhole && side === 'mine';
    setAsking(asks);
    if (!asks) onChoose(clash, side);
  };
  const title =
    clash.list === 'reported'
      ? formatNumber(clash.number)
      : clash.part === undefined
        ? listName(text, clash.list)
        : `${partName(text, clash.part)}: ${clash.key}`;
  return (
    <fieldset>
      <legend>{title}</legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} class="check-line">
          <input
            type="radio"
            name={name}
            checked={asking ? side === 'mine' : clash.chosen === side}
            onChange={() => choose(side)}
          />
          <span>
            <strong>{text(`merge_${side}`)}</strong>
            {sides[side].map((line) => (
              <span key={line} class="side-line">
                {line}
              </span>
            ))}
          </span>
        </label>
      ))}
      {asking && (
        <KeepList
          reason={reasonOf(clash)}
          onKeep={(reason) => {
            setAsking(false);
            onChoose(clash, 'mine', reason);
          }}
        />
      )}
    </fieldset>
  );
}
