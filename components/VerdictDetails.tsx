import type { Verdict } from '../lib/analysis/types';
import { useText } from './language';
import { NumberList } from './numbers/NumberList';
import { distinctNumbers, type FreshnessOf } from './numbers/standing-view';
import { ReasonList } from './ReasonList';

export interface VerdictDetailsProps {
  readonly verdict: Verdict;
  readonly formatNumber: (number: string) => string;
  readonly freshness: FreshnessOf;
  readonly correctionsContact?: string | undefined;
  /** Leads to the words of a reason, where there is a page to lead to. */
  readonly onReason?: ((index: number, event: Event) => void) | undefined;
}

/** The reasons and the numbers of a verdict: the same words in the card, the popup and the box for typed text. */
export function VerdictDetails(props: VerdictDetailsProps) {
  const { verdict, onReason } = props;
  const text = useText();
  const numbers = distinctNumbers(verdict.findings);
  return (
    <div class="details">
      {verdict.reasons.length > 0 && (
        <>
          <h3>{text('card_reasons')}</h3>
          {onReason && <p class="muted">{text('card_reasons_hint')}</p>}
          <ReasonList reasons={verdict.reasons} onReason={onReason} />
        </>
      )}
      {numbers.length > 0 && (
        <>
          <h3>{text('card_numbers')}</h3>
          <NumberList
            entries={numbers}
            formatNumber={props.formatNumber}
            freshness={props.freshness}
            alarming={isAlarming(verdict)}
            correctionsContact={props.correctionsContact}
          />
        </>
      )}
    </div>
  );
}

/** True where the verdict asks for more than reading: be careful, or the scammer's voice. */
export function isAlarming({ level }: Verdict): boolean {
  return level === 'danger' || level === 'caution';
}
