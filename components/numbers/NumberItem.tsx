import { useLocalised, useText } from '../language';
import { OfficialLine } from './OfficialLine';
import { ReportLine } from './ReportLine';
import { viewStanding, type FreshnessOf, type NumberEntry } from './standing-view';

interface NumberItemProps {
  readonly entry: NumberEntry;
  readonly formatNumber: (number: string) => string;
  readonly freshness: FreshnessOf;
}

/** One number: what it is, who printed or reported it, and what does not follow from that. */
export function NumberItem({ entry, formatNumber, freshness }: NumberItemProps) {
  const text = useText();
  const pick = useLocalised();
  const { kind, current, old } = viewStanding(entry.standing, freshness);
  const { official, claims } = entry.standing;
  const former = kind === 'official' && official?.validTo !== undefined;
  return (
    <li class={`number number-${kind}`}>
      <p class="number-head">
        <bdi class="number-digits">{formatNumber(entry.number)}</bdi>
        <span class="number-standing">{text(former ? 'number_former' : `number_${kind}`)}</span>
      </p>
      {official && <OfficialLine contact={official} spoofed={kind === 'both'} />}
      {current.map((report, index) => (
        <ReportLine key={index} report={report} />
      ))}
      {claims?.map(({ organisation, feed }, index) => (
        <p key={index}>
          {text('number_claimed', { organisation: pick(organisation), feed: feed ? pick(feed.name) : '' })}
        </p>
      ))}
      {kind === 'unknown' && <p>{text('number_unknown_note')}</p>}
      {old.map((report, index) => (
        <ReportLine key={index} report={report} old />
      ))}
      {entry.disguisedAs && <p class="muted">{text('number_disguised', { raw: entry.disguisedAs })}</p>}
      {entry.old && <p class="muted">{text('number_old_form')}</p>}
    </li>
  );
}
