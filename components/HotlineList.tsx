import { formatDate } from '../lib/i18n/iso-date';
import { useLanguage, useLocalised, useText } from './language';
import { noteAfter } from './note-after';
import { SourceLink } from './SourceLink';
import { TelLink } from './TelLink';
import type { OfficialContact } from '../lib/lists/standing';

/** A contact of the directory with its number: E.164 or a short code. */
export interface HotlineContact extends OfficialContact {
  readonly number: string;
}

export interface HotlineListProps {
  readonly hotlines: readonly HotlineContact[];
  readonly formatNumber: (number: string) => string;
  /** Leaves the sources out, where room is short. */
  readonly compact?: boolean;
}

/** Whom to call, as telephone links, each with its source and with what changed since. */
export function HotlineList({ hotlines, formatNumber, compact = false }: HotlineListProps) {
  const language = useLanguage();
  const text = useText();
  const pick = useLocalised();
  return (
    <ul class="hotlines">
      {hotlines.map((hotline, index) => {
        const note = noteAfter(hotlines, index);
        return (
          <li key={hotline.number}>
            <TelLink number={hotline.number} formatNumber={formatNumber} />
            <span class="hotline-name">
              {pick(hotline.organisation)}: {pick(hotline.purpose)}
            </span>
            {note && <span class="hotline-note muted">{pick(note)}</span>}
            {!compact && (
              <span class="hotline-source muted">
                {text('source_label')} <SourceLink url={hotline.url}>{hotline.publisher}</SourceLink>
                {hotline.date && `, ${formatDate(language, hotline.date)}`}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
