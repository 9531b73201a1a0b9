import type { Localised } from '../../lib/i18n/translate';
import { formatDate } from '../../lib/i18n/iso-date';
import { useLanguage, useLocalised } from '../language';
import { SourceLink } from '../SourceLink';

interface SourceEntry {
  readonly text?: Localised;
  readonly publisher: string;
  readonly url: string;
  readonly date?: string | undefined;
}

/** Sources with their dates, each with what it says where that is told. */
export function SourceList({ entries }: { readonly entries: readonly SourceEntry[] }) {
  const language = useLanguage();
  const pick = useLocalised();
  return (
    <ul class="sentences plain">
      {entries.map((entry, index) => (
        <li key={index}>
          {entry.text && <>{pick(entry.text)} </>}
          <span class={entry.text ? 'muted' : ''}>
            <SourceLink url={entry.url}>{entry.publisher}</SourceLink>
            {entry.date && `, ${formatDate(language, entry.date)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
