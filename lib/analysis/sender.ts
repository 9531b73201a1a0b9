import { localised } from '../i18n/translate';
import type { CompiledPack } from '../phrasing/compile';
import { findPhrases } from '../phrasing/find-phrases';
import { fold } from '../text/fold';
import type { Reason, Sender, SenderFinding } from './types';

/** Mailboxes that anybody opens under any name. */
const FREE_MAIL: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'yahoo.com.vn',
  'ymail.com',
  'outlook.com',
  'outlook.com.vn',
  'hotmail.com',
  'live.com',
  'msn.com',
  'icloud.com',
  'mail.com',
  'mail.ru',
  'yandex.com',
  'yandex.ru',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'zoho.com',
  'qq.com',
  '163.com',
]);
const MAX_NAME = 300;

export interface SenderEvidence {
  readonly finding: SenderFinding;
  readonly reason: Reason;
}

/**
 * Compares the name a sender shows with the address: a state office (concepts marked `office`) writes from gov.vn,
 * other organisations do not write from free mail. The reason has no place in the text and stands at [0, 0).
 * Undefined where nothing is claimed or nothing contradicts it.
 */
export function senderEvidence(sender: Sender | undefined, pack: CompiledPack): SenderEvidence | undefined {
  const { name, address } = sender ?? {};
  if (!name || !address) return undefined;
  const host = /@([^@\s<>]+)>?\s*$/.exec(address.slice(-MAX_NAME))?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  const claims = findPhrases(fold(name.slice(0, MAX_NAME)), [], pack).matches.flatMap((match) => {
    const concept = pack.byId.get(match.concept);
    return concept?.kind === 'claim' && concept.office !== undefined ? [concept] : [];
  });
  const office = claims.find((concept) => concept.office === 'state');
  const claim = office ?? claims[0];
  if (!claim || host === 'gov.vn' || host.endsWith('.gov.vn')) return undefined;
  if (!office && !FREE_MAIL.has(host)) return undefined;
  const text = localised(office ? 'reason_sender_office' : 'reason_sender_free_mail');
  return {
    finding: { kind: 'sender', claims: claim.id, address, why: office ? 'office-elsewhere' : 'free-mail' },
    reason: { code: 'sender-mismatch', text, start: 0, end: 0 },
  };
}
