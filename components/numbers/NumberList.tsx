import { useText } from '../language';
import { NumberItem } from './NumberItem';
import type { FreshnessOf, NumberEntry } from './standing-view';

export interface NumberListProps {
  readonly entries: readonly NumberEntry[];
  /** Writes a number for people, grouped: `0292 3899 588`. */
  readonly formatNumber: (number: string) => string;
  readonly freshness: FreshnessOf;
  /** True beside words that raise an alarm: then an official number does not calm. */
  readonly alarming: boolean;
  /** Where to write if a number is listed wrongly. */
  readonly correctionsContact?: string | undefined;
}

/** The numbers of a unit or of a typed text, each with what the lists say of it. */
export function NumberList(props: NumberListProps) {
  const text = useText();
  const { entries, correctionsContact, alarming } = props;
  const hasOfficial = entries.some(({ standing }) => standing.official !== undefined);
  const hasReports = entries.some(({ standing }) => (standing.reports ?? []).length > 0);
  return (
    <>
      <ul class="numbers">
        {entries.map((entry) => (
          <NumberItem
            key={entry.number}
            entry={entry}
            formatNumber={props.formatNumber}
            freshness={props.freshness}
          />
        ))}
      </ul>
      {alarming && hasOfficial && <p class="muted">{text('number_official_no_proof')}</p>}
      {hasReports && correctionsContact && (
        <p class="muted">{text('number_correction', { contact: correctionsContact })}</p>
      )}
    </>
  );
}
