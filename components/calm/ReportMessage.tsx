import { useId, useState } from 'preact/hooks';
import type { SmsSyntax } from '../../lib/lists/schema-directory';
import { NATIONAL_LINE, smsHref, smsText } from '../../lib/report/sms';
import { useLanguage, useLocalised } from '../language';
import { usePeopleText } from '../people-text';
import { QrCode } from '../QrCode';
import { SourceLink } from '../SourceLink';

/** Comes first of the syntaxes, which stand in the directory with their sources. */
const FIRST = 'report-scam-call';

interface ReportMessageProps {
  readonly sms: readonly SmsSyntax[];
  readonly caller?: string | undefined;
  readonly formatNumber: (number: string) => string;
  readonly copy: (text: string) => Promise<void>;
}

/** Writes the message to 156/5656 in the published form: to copy, or to scan with the phone that sends it. */
export function ReportMessage({ sms, caller = '', formatNumber, copy }: ReportMessageProps) {
  const text = usePeopleText();
  const pick = useLocalised();
  const or = new Intl.ListFormat(useLanguage(), { type: 'disjunction' });
  const id = useId();
  const reports = sms
    .filter(({ to }) => to.includes(NATIONAL_LINE))
    .sort((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST));
  const [kind, setKind] = useState(FIRST);
  const [number, setNumber] = useState(caller);
  const [content, setContent] = useState('');
  const [copied, setCopied] = useState('');
  const chosen = reports.find((report) => report.id === kind) ?? reports[0];
  if (!chosen) return null;
  const message = smsText(chosen.syntax.vi, number, content);
  // Without the number that called the report is of no use.
  const href = number.trim() === '' ? undefined : smsHref(NATIONAL_LINE, message);
  return (
    <section class="calm-report" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{text('calm_report')}</h3>
      <p>{text('calm_report_hint', { numbers: or.format(chosen.to.map(formatNumber)) })}</p>
      <div class="calm-kinds" role="group" aria-label={text('calm_kind')}>
        <p>{text('calm_kind')}</p>
        {reports.map((report) => (
          <button
            key={report.id}
            type="button"
            class="button"
            aria-pressed={report.id === chosen.id}
            onClick={() => setKind(report.id)}
          >
            {pick(report.purpose)}
          </button>
        ))}
      </div>
      <label>
        {text('calm_number')}
        <input
          inputMode="tel"
          autocomplete="off"
          maxLength={30}
          value={number}
          onInput={(event) => setNumber(event.currentTarget.value)}
        />
      </label>
      <label>
        {text('calm_content')}
        <input
          autocomplete="off"
          maxLength={160}
          value={content}
          onInput={(event) => setContent(event.currentTarget.value)}
        />
      </label>
      <p class="muted">{text('calm_message')}</p>
      <p class="calm-message">{message}</p>
      <p class="actions">
        <button
          type="button"
          class="button"
          onClick={() => void copy(message).then(() => setCopied(message))}
        >
          {text('calm_copy')}
        </button>
        <span role="status">{copied === message && text('calm_copied')}</span>
      </p>
      {href && (
        <figure>
          <QrCode value={href} label={text('calm_scan_sms')} />
          <figcaption>{text('calm_scan_sms')}</figcaption>
        </figure>
      )}
      <p class="muted">
        {text('source_label')} <SourceLink url={chosen.url}>{chosen.publisher}</SourceLink>
      </p>
    </section>
  );
}
