import type { Notice } from '../../lib/lists/schema-directory';
import { formatDate } from '../../lib/i18n/iso-date';
import { useLanguage, useLocalised, useText } from '../language';
import { noteAfter } from '../note-after';
import { TelLink } from '../TelLink';
import { Heading } from './Heading';

interface NoticeContactsProps {
  readonly notice: Notice;
  readonly formatNumber: (number: string) => string;
}

/** Whom to call, in the order of the directory; a number that the notice itself printed says so, with its date. */
export function NoticeContacts({ notice, formatNumber }: NoticeContactsProps) {
  const text = useText();
  const pick = useLocalised();
  const date = formatDate(useLanguage(), notice.date);
  return (
    <section class="notice-contacts">
      <Heading>{text('notice_call')}</Heading>
      <ul class="hotlines">
        {notice.contacts.map((contact, index) => {
          const { label, number, printed } = contact;
          const note = noteAfter(notice.contacts, index);
          return (
            <li key={index}>
              {number && <TelLink number={number} formatNumber={formatNumber} />}
              <span class={number ? 'hotline-name' : 'strong'}>{pick(label)}</span>
              {number && printed && !contact.note && (
                <span class="muted">{text('notice_call_printed', { date })}</span>
              )}
              {note && <span class="muted">{pick(note)}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
