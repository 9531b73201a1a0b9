import { useAdminText } from '../../../components/admin/text';
import { SmsReports } from '../../../components/notice/SmsReports';
import { NATIONAL_LINE, smsText } from '../../../lib/report/sms';
import type { Part } from '../../../lib/admin/directory/parts';
import type { Directory } from '../../../lib/lists/schema-directory';
import { formatNumber } from '../../../lib/numbers/format';
import type { PhrasePack } from '../../../lib/phrasing/pack-schema';
import { NoticePreview } from './NoticePreview';

const PREVIEWED = ['notices', 'sms', 'advice'] as const;
type PreviewedPart = (typeof PREVIEWED)[number];

/** An entry in the directory that has it, as the form stands. */
export interface PreviewOf {
  readonly directory: Directory;
  readonly part: PreviewedPart;
  readonly id: string;
}

/** True for the parts of the directory that people read as the form has them. */
export function isPreviewed(part: Part): part is PreviewedPart {
  return (PREVIEWED as readonly Part[]).includes(part);
}

/** An entry as people will see it. */
export function EntryPreview({ part, ...rest }: PreviewOf & { readonly pack: PhrasePack }) {
  if (part === 'notices') return <NoticePreview {...rest} />;
  return part === 'sms' ? <SmsPreview {...rest} /> : <AdvicePreview />;
}

/** A message by which people report, as notices print it, and as it goes out once it is filled in. */
function SmsPreview({ directory, id }: Omit<PreviewOf, 'part'>) {
  const text = useAdminText();
  const message = directory.sms.find((one) => one.id === id);
  if (!message) return null;
  return (
    <section class="panel" aria-label={text('directory_preview')}>
      <h2>{text('directory_preview')}</h2>
      {message.to.includes(NATIONAL_LINE) ? (
        <div class="notice">
          <SmsReports sms={[message]} formatNumber={formatNumber} />
        </div>
      ) : (
        <p class="hint">{text('preview_sms_unseen', { number: NATIONAL_LINE })}</p>
      )}
      <p>{text('preview_sms_filled')}</p>
      <code>{smsText(message.syntax.vi, text('preview_sms_number'), text('preview_sms_content'))}</code>
    </section>
  );
}

function AdvicePreview() {
  const text = useAdminText();
  return (
    <section class="panel" aria-label={text('directory_preview')}>
      <h2>{text('directory_preview')}</h2>
      <p class="hint">{text('preview_advice_unseen')}</p>
    </section>
  );
}
