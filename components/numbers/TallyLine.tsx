import { formatDate } from '../../lib/i18n/iso-date';
import type { MessageKey } from '../../lib/i18n/translate';
import type { TalliedReport } from '../../lib/lists/standing';
import { useLanguage, useLocalised, useText } from '../language';

interface TallyLineProps {
  readonly report: TalliedReport;
  /** Too old to alarm: grey. */
  readonly old: boolean;
}

/** Categories that the interface has words for; others go unnamed. */
const CATEGORIES: Readonly<Record<string, MessageKey>> = {
  bank_impersonation: 'category_bank_impersonation',
  electricity_impersonation: 'category_electricity_impersonation',
  loan_impersonation: 'category_loan_impersonation',
  official_impersonation: 'category_official_impersonation',
  police_impersonation: 'category_police_impersonation',
  tax_impersonation: 'category_tax_impersonation',
  international_one_ring: 'category_international_one_ring',
  advertising: 'category_advertising',
  debt_collection: 'category_debt_collection',
};

/** What a large list counts of a number: how many, from when to when, as what, and who publishes it. */
export function TallyLine({ report, old }: TallyLineProps) {
  const text = useText();
  const pick = useLocalised();
  const language = useLanguage();
  const { tally, feed } = report;
  const category = Object.hasOwn(CATEGORIES, report.category) ? CATEGORIES[report.category] : undefined;
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
      {category && <p>{text('number_tally_category', { category: text(category) })}</p>}
      <p class="muted">{text(`number_tally_${tally.status}`)}</p>
      {old && tally.status !== 'reassigned' && <p class="muted">{text('number_tally_old')}</p>}
      {feed?.contact !== undefined && (
        <p class="muted">{text('number_correction', { contact: feed.contact })}</p>
      )}
    </div>
  );
}
