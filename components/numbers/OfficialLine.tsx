import { formatDate } from '../../lib/i18n/iso-date';
import { useLanguage, useLocalised, useText } from '../language';
import { SourceLink } from '../SourceLink';
import type { OfficialContact } from '../../lib/lists/standing';

interface OfficialLineProps {
  readonly contact: OfficialContact;
  /** The number is real, and callers fake it. */
  readonly spoofed: boolean;
}

/** Whom an official number belongs to, who printed it and when. */
export function OfficialLine({ contact, spoofed }: OfficialLineProps) {
  const language = useLanguage();
  const text = useText();
  const pick = useLocalised();
  const organisation = pick(contact.organisation);
  const purpose = pick(contact.purpose);
  return (
    <>
      {spoofed && <p class="strong">{text('number_both_note', { organisation })}</p>}
      <p>
        {contact.validTo
          ? text('number_official_until', {
              organisation,
              purpose,
              date: formatDate(language, contact.validTo),
            })
          : text('number_official_of', { organisation, purpose })}
      </p>
      {contact.feed && <p>{text('number_only_feed', { feed: pick(contact.feed.name) })}</p>}
      {contact.note && <p>{pick(contact.note)}</p>}
      <p class="muted">
        {text('source_label')} <SourceLink url={contact.url}>{contact.publisher}</SourceLink>
        {contact.date && `, ${formatDate(language, contact.date)}`}.
      </p>
    </>
  );
}
