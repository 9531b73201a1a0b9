import { NoticeBody } from '../../../components/notice/Notice';
import { useAdminText } from '../../../components/admin/text';
import type { Directory } from '../../../lib/lists/schema-directory';
import { formatNumber } from '../../../lib/numbers/format';

/** The notice page as people will see it. */
export function NoticePreview({ directory, id }: { readonly directory: Directory; readonly id: string }) {
  const text = useAdminText();
  const notice = directory.notices.find((one) => one.id === id);
  const organisation = directory.organisations.find((one) => one.id === notice?.organisation);
  if (!notice || !organisation) return null;
  return (
    <section class="panel" aria-label={text('directory_preview')}>
      <h2>{text('directory_preview')}</h2>
      <div class="notice">
        <NoticeBody
          notice={notice}
          organisation={organisation}
          sms={directory.sms}
          formatNumber={formatNumber}
        />
      </div>
    </section>
  );
}
