import { useAdminText } from '../../../components/admin/text';
import { useLanguage, useLocalised } from '../../../components/language';
import { TitleLevel } from '../../../components/notice/Heading';
import { NoticeBody } from '../../../components/notice/Notice';
import { formatDate } from '../../../lib/i18n/iso-date';
import { validityOf } from '../../../lib/lists/age';
import type { Directory } from '../../../lib/lists/schema-directory';
import { formatNumber } from '../../../lib/numbers/format';
import type { PhrasePack } from '../../../lib/phrasing/pack-schema';
import { today } from '../../background/today';
import { CardPreview } from './CardPreview';

interface NoticePreviewProps {
  readonly directory: Directory;
  readonly pack: PhrasePack;
  /** The notice. */
  readonly id: string;
}

/** The notice page as people will see it, and the card beside a message of that kind. */
export function NoticePreview({ directory, pack, id }: NoticePreviewProps) {
  const text = useAdminText();
  const language = useLanguage();
  const local = useLocalised();
  const notice = directory.notices.find((one) => one.id === id);
  const organisation = directory.organisations.find((one) => one.id === notice?.organisation);
  if (!notice || !organisation) return null;
  const validity = validityOf(notice, today());
  const number = notice.contacts.find((contact) => contact.number !== undefined)?.number;
  return (
    <section class="panel" aria-label={text('directory_preview')}>
      <h2>{text('directory_preview')}</h2>
      <div role="status">
        {validity !== 'valid' && (
          <p class="hint">
            {text(`preview_${validity}`, {
              day: formatDate(language, (validity === 'past' ? notice.validTo : notice.validFrom) ?? ''),
            })}
          </p>
        )}
      </div>
      <div class="two-lists">
        <div class="notice">
          <TitleLevel.Provider value={3}>
            <NoticeBody
              notice={notice}
              organisation={organisation}
              sms={directory.sms}
              formatNumber={formatNumber}
            />
          </TitleLevel.Provider>
        </div>
        <CardPreview
          directory={directory}
          pack={pack}
          sample={[
            text('preview_message', { name: local(organisation.name) }),
            ...(number === undefined ? [] : [text('preview_call', { number: formatNumber(number) })]),
          ].join(' ')}
        />
      </div>
    </section>
  );
}
