import { formatDate } from '../../lib/i18n/iso-date';
import { useLanguage, useLocalised, useText } from '../language';
import { SourceLink } from '../SourceLink';
import type { AnyReport } from '../../lib/lists/standing';
import { TallyLine } from './TallyLine';

interface ReportLineProps {
  readonly report: AnyReport;
  /** Too old to alarm: one grey line. */
  readonly old?: boolean;
}

/** One report: when, according to whom, what the callers pretended. Says what was reported, never what a number is. */
export function ReportLine({ report, old = false }: ReportLineProps) {
  const text = useText();
  const pick = useLocalised();
  const date = formatDate(useLanguage(), report.date);
  if (report.tally) return <TallyLine report={report} old={old} />;
  if (old) {
    return (
      <p class="muted">
        {text('number_report_old', { date })} {text('source_label')}{' '}
        <SourceLink url={report.url}>{report.publisher}</SourceLink>.
      </p>
    );
  }
  return (
    <div class="report">
      <p>
        {report.authority
          ? text('number_report_authority', { date, authority: report.authority })
          : text('number_report', { date })}{' '}
        {text('source_label')} <SourceLink url={report.url}>{report.publisher}</SourceLink>.
      </p>
      <p>{text('number_pretends', { pretends: pick(report.pretends) })}</p>
      {report.strength === 'weak' && <p class="muted">{text('number_report_weak')}</p>}
      {report.feed && (
        <p class="muted">
          {text('number_from_feed', { feed: pick(report.feed.name) })}{' '}
          {report.feed.contact && text('number_correction', { contact: report.feed.contact })}
        </p>
      )}
      {report.practice === true && <p class="muted">{text('number_report_practice')}</p>}
    </div>
  );
}
