import { categoryWords } from '../../lib/i18n/categories';
import { formatDate } from '../../lib/i18n/iso-date';
import type { TalliedReport } from '../../lib/lists/standing';
import { useLanguage, useLocalised, useText } from '../language';

interface TallyLineProps {
  readonly report: TalliedReport;
  /** Too old to alarm: grey. */
  readonly old: boolean;
}

/** What a large list counts of a number: how many, from when to when, as what, and who publishes it. */
export function TallyLine({ report, old }: TallyLineProps) {
  const text = useText();
  const pick = useLocalised();
  const language = useLanguage();
  const { tally, feed } = report;
  const category = categoryWords(language, report.category);
  return (
    <div class={old ? 'report muted' : 'report'}>
      <p>
        {text('number_tally', {
          count: tally.atLeast,
          first: formatDate(language, tally.first),
          last: formatDate(language, tally.last),
        })}{' '}
        {text('source_label')} {feed ? pick(feed.name) : report.publisher}.
      </p>
      {category && <p>{text('number_tally_category', { category })}</p>}
      <p class="muted">{text(`number_tally_${tally.status}`)}</p>
      {old && tally.status !== 'reassigned' && <p class="muted">{text('number_tally_old')}</p>}
      {feed?.contact !== undefined && (
        <p class="muted">{text('number_correction', { contact: feed.contact })}</p>
      )}
    </div>
  );
}
