import type { Notice, Organisation } from '../../lib/lists/schema-directory';
import type { Localised } from '../../lib/i18n/translate';
import { formatDate } from '../../lib/i18n/iso-date';
import { useLanguage, useLocalised, useText } from '../language';
import { Heading } from './Heading';

interface NoticeHeadProps {
  readonly notice: Notice;
  readonly organisation: Organisation;
  readonly feed?: Localised | undefined;
}

/** Title, issuer, date, letter with its caution, and what changed since. */
export function NoticeHead({ notice, organisation, feed }: NoticeHeadProps) {
  const language = useLanguage();
  const text = useText();
  const pick = useLocalised();
  return (
    <header class="notice-head">
      <p class="notice-kind">{text('notice_kind')}</p>
      <Heading title>{pick(notice.title)}</Heading>
      <p class="strong">
        {text('notice_issued', {
          issuer: pick(organisation.name),
          date: formatDate(language, notice.date),
        })}
      </p>
      {feed && <p class="muted">{text('notice_feed', { feed: pick(feed) })}</p>}
      {notice.signedBy && <p>{text('notice_signed', { name: notice.signedBy })}</p>}
      {notice.letter && (
        <p class="muted">
          {text('notice_letter', { letter: notice.letter.number })} {pick(notice.letter.caution)}
        </p>
      )}
      {notice.merger && (
        <aside class="notice-today" aria-labelledby="notice-today">
          <Heading id="notice-today">{text('notice_today')}</Heading>
          <p>{pick(notice.merger)}</p>
          {organisation.validTo && <p>{text('notice_gone')}</p>}
        </aside>
      )}
    </header>
  );
}
