import { localised, type Localised } from '../../i18n/translate';
import type { Host } from '../hosts/host-name';
import { registrable } from '../hosts/host-name';
import { FREE_MAIL, isUnder, MAILINGS, STATE_HOSTS } from '../hosts/known-hosts';
import type { Claim } from './claims';

/** Why a sender is not whom the name shows; stable codes. */
export type SenderWhy =
  /** A state office, not from gov.vn. */
  | 'office-elsewhere'
  /** A protected person, not from where the office writes. */
  | 'person-elsewhere'
  /** An organisation, not from its domains. */
  | 'other-domain'
  /** An organisation from a mailbox that anybody opens. */
  | 'free-mail'
  /** The address resembles an official one: see LookalikeWay. */
  | 'lookalike-homoglyph'
  | 'lookalike-official-in-front'
  | 'lookalike-gov-elsewhere'
  | 'lookalike-misspelt'
  | 'lookalike-name-elsewhere'
  /** Answers go to another domain. */
  | 'reply-elsewhere'
  /** The office named is no more. */
  | 'office-gone';

export interface Mismatch {
  readonly claims: string;
  readonly why: SenderWhy;
  readonly text: Localised;
  /** True where it stands for itself; else only beside words that speak for a scam. */
  readonly strong: boolean;
}

/** What speaks against a claim in an address; undefined where nothing does, or where it cannot be known. */
export function claimMismatch({ entry, whole }: Claim, host: Host): Mismatch | undefined {
  if (entry.state && isUnder(host.name, STATE_HOSTS)) return undefined;
  if (isUnder(host.name, entry.domains) || isUnder(host.name, MAILINGS)) return undefined;
  const free = isUnder(host.name, FREE_MAIL);
  const strong = whole && entry.strict;
  const claims = entry.name.vi;
  if (entry.kind === 'person')
    return {
      claims,
      why: 'person-elsewhere',
      text: localised('reason_sender_person', { name: claims }),
      strong,
    };
  if (entry.state) {
    // Schools and their offices share edu.vn.
    if (host.name.endsWith('.edu.vn') && /Giáo dục|sở/i.test(claims)) return undefined;
    return { claims, why: 'office-elsewhere', text: localised('reason_sender_office'), strong };
  }
  if (free) return { claims, why: 'free-mail', text: localised('reason_sender_free_mail'), strong };
  const domain = entry.domains[0];
  // Without a domain in the directory nobody knows; under its own name it may have others.
  if (domain === undefined || !whole || sharesName(host, entry.domains)) return undefined;
  const text = {
    vi: localised('reason_sender_other_domain', { name: entry.name.vi, domain }).vi,
    en: localised('reason_sender_other_domain', { name: entry.name.en, domain }).en,
  };
  return { claims, why: 'other-domain', text, strong };
}

/** Whether a host's registered name begins as one of an organisation's own: vietcombank.com beside vietcombank.com.vn. */
function sharesName(host: Host, domains: readonly string[]): boolean {
  const label = registrable(host).split('.')[0];
  return domains.some((domain) => {
    const own = registrable({ labels: domain.split('.'), read: domain, numeric: false });
    return own.split('.')[0] === label;
  });
}
