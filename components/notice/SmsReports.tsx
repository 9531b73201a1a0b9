import type { SmsSyntax } from '../../lib/lists/schema-directory';
import { NATIONAL_LINE } from '../../lib/report/sms';
import { useLanguage, useLocalised, useText } from '../language';
import { SourceLink } from '../SourceLink';
import { Heading } from './Heading';

interface SmsReportsProps {
  readonly sms: readonly SmsSyntax[];
  readonly formatNumber: (number: string) => string;
}

/** The messages by which calls and messages are reported, each with where to send it. */
export function SmsReports({ sms, formatNumber }: SmsReportsProps) {
  const text = useText();
  const pick = useLocalised();
  const or = new Intl.ListFormat(useLanguage(), { type: 'disjunction' });
  const reports = sms.filter(({ to }) => to.includes(NATIONAL_LINE));
  if (reports.length === 0) return null;
  return (
    <section>
      <Heading>{text('notice_report')}</Heading>
      <ul class="sms">
        {reports.map((message) => (
          <li key={message.id}>
            <span class="strong">{pick(message.purpose)}</span>
            <code>{pick(message.syntax)}</code>
            <span>
              {text('notice_report_to', { numbers: or.format(message.to.map(formatNumber)) })}
              {message.cost && ` (${pick(message.cost)})`}
            </span>
            {message.note && <span class="muted">{pick(message.note)}</span>}
            <span class="muted">
              {text('source_label')} <SourceLink url={message.url}>{message.publisher}</SourceLink>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
