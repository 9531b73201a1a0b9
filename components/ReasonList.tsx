import { useLocalised } from './language';
import type { Reason } from '../lib/analysis/types';

export interface ReasonListProps {
  readonly reasons: readonly Reason[];
  /** Shows the words of a reason; without it the reasons are plain text. */
  readonly onReason?: ((index: number, event: Event) => void) | undefined;
}

/** The reasons of a verdict, each a way to its words. */
export function ReasonList({ reasons, onReason }: ReasonListProps) {
  const pick = useLocalised();
  return (
    <ol class="reasons">
      {reasons.map((reason, index) => (
        <li key={index}>
          {onReason ? (
            <button type="button" class="reason" onClick={(event) => onReason(index, event)}>
              {pick(reason.text)}
            </button>
          ) : (
            <p>{pick(reason.text)}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
