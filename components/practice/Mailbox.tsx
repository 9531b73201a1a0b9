import { useState } from 'preact/hooks';
import { useText } from '../language';
import { Composer } from './Composer';
import { MessageBody } from './MessageBody';
import type { Part, PracticeMail } from './types';

/** A practice mailbox: a list of mails and the open one, with a composer below. */
export function Mailbox({ mails }: { readonly mails: readonly PracticeMail[] }) {
  const text = useText();
  const [openId, open] = useState(mails[0]?.id);
  const mail = mails.find(({ id }) => id === openId);
  return (
    <div class="mailbox">
      <nav class="mail-list" aria-label={text('practice_mail_list')}>
        <ul>
          {mails.map(({ id, sender, subject, time }) => (
            <li key={id}>
              <button
                type="button"
                class="mail-row"
                aria-current={id === openId ? 'true' : undefined}
                onClick={() => open(id)}
              >
                <span class="mail-row-from">{sender.name}</span>
                <span class="mail-row-time muted">{time}</span>
                <span class="mail-row-subject">{subject}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {mail && <OpenMail key={mail.id} mail={mail} />}
    </div>
  );
}

function OpenMail({ mail }: { readonly mail: PracticeMail }) {
  const text = useText();
  const { sender } = mail;
  return (
    <article class="mail" aria-labelledby={`subject-${mail.id}`}>
      <h2 id={`subject-${mail.id}`} lang="vi">
        {mail.subject}
      </h2>
      <dl class="mail-head">
        <dt>{text('practice_mail_from')}</dt>
        <dd>
          <span lang="vi">{sender.name}</span> <span class="muted">&lt;{sender.address}&gt;</span>
        </dd>
        <dt>{text('practice_mail_to')}</dt>
        <dd class="muted">van-thu@luyentap.example</dd>
        <dt>{text('practice_mail_time')}</dt>
        <dd class="muted" lang="vi">
          {mail.time}
        </dd>
      </dl>
      <MessageBody message={mail} unit="mail" />
      <Composer label={text('practice_mail_reply')} kind="rich" quoted={`> ${plain(mail.body[1] ?? [])}`} />
    </article>
  );
}

function plain(parts: readonly Part[]): string {
  return parts
    .map((part) =>
      typeof part === 'string' ? part : 'strong' in part ? part.strong : 'em' in part ? part.em : part.text,
    )
    .join('');
}
