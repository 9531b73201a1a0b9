import type { Notice } from '../../lib/lists/schema-directory';
import { formatDate } from '../format-date';
import { useLanguage, useLocalised, useText } from '../language';
import { noteAfter } from '../note-after';
import { TelLink } from '../TelLink';

interface NoticeContactsProps {
  readonly notice: Notice;
  readonly formatNumber: (number: string) => string;
}

/** Whom to call: what the notice itself prints, dated, and what stands beside it today. */
export function NoticeContacts({ notice, formatNumber }: NoticeContactsProps) {
  const text = useText();
  const date = formatDate(useLanguage(), notice.date);
  const printed = notice.contacts.filter((contact) => contact.printed);
  const beside = notice.contacts.filter((contact) => !contact.printed);
  return (
    <section class="notice-contacts">
      <h2>{text('notice_call')}</h2>
      {printed.length > 0 && (
        <>
          <h3>{text('notice_call_printed', { date })}</h3>
          <Contacts contacts={printed} formatNumber={formatNumber} />
        </>
      )}
      {beside.length > 0 && (
        <>
          <h3>{text('notice_call_beside')}</h3>
          <Contacts contacts={beside} formatNumber={formatNumber} />
        </>
      )}
    </section>
  );
}

function Contacts(props: Pick<Notice, 'contacts'> & Pick<NoticeContactsProps, 'formatNumber'>) {
  const pick = useLocalised();
  return (
    <ul class="hotlines">
      {props.contacts.map(({ label, number }, index) => {
        const note = noteAfter(props.contacts, index);
        return (
          <li key={index}>
            {number && <TelLink number={number} formatNumber={props.formatNumber} />}
            <span class={number ? 'hotline-name' : 'strong'}>{pick(label)}</span>
            {note && <span class="muted">{pick(note)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
