import { localised } from '../../i18n/translate';
import type { CompiledPack } from '../../phrasing/compile';
import { fold } from '../../text/fold';
import { readHost, registrable, type Host } from '../hosts/host-name';
import { FREE_MAIL, isUnder, MAILINGS, STATE_HOSTS } from '../hosts/known-hosts';
import { lookalikeOf } from '../hosts/lookalike';
import { isOfficial } from '../hosts/official-names';
import type { Reason, Sender, SenderFinding } from '../types';
import { claimsOf, type Claim } from './claims';
import type { DirectoryIndex } from './directory-index';
import { goneSentence, isGone, OFFICE_GONE } from './gone-office';
import { claimMismatch, type Mismatch } from './mismatch';
import { packMismatch } from './pack-claims';

const MAX_NAME = 300;

/** What a sender is judged by. */
export interface SenderContext {
  readonly pack: CompiledPack;
  /** Without a directory only kinds of organisations are known. */
  readonly directory?: DirectoryIndex | undefined;
  /** Today, as an ISO date. */
  readonly now: string;
}

export interface SenderEvidence {
  readonly findings: readonly SenderFinding[];
  readonly reasons: readonly Reason[];
  /** strong: caution by itself; weak: only beside words that speak for a scam. */
  readonly weight: 'weak' | 'strong';
  /** True where the address itself is false, whatever the text says. */
  readonly falseAddress: boolean;
}

/**
 * What speaks against a sender: the name shown against the address, an address that resembles an official one, answers
 * that go elsewhere, an office that is gone. Reasons have no place in the text and stand at [0, 0). Undefined where
 * nothing speaks against it. Linear in name and address, of which 300 units each are read.
 */
export function senderEvidence(
  sender: Sender | undefined,
  context: SenderContext,
): SenderEvidence | undefined {
  if (!sender) return undefined;
  const { directory, pack, now } = context;
  const address = sender.address?.slice(-MAX_NAME) ?? '';
  const host = hostOf(address);
  const name = fold(sender.name?.slice(0, MAX_NAME) ?? '');
  const claims = directory ? claimsOf(name, directory) : [];
  const against: (Mismatch & { readonly code: string; readonly falseAddress?: boolean })[] = [];

  const lookalike = host && addressMismatch(host, context);
  if (lookalike) against.push({ ...lookalike, code: 'sender-lookalike', falseAddress: true });
  const mismatch = host && nameMismatch(claims, host, () => packMismatch(name, host, pack));
  if (mismatch && !lookalike) against.push({ ...mismatch, code: 'sender-mismatch' });
  const reply = host && directory && replyMismatch(sender.replyTo, host, claims, directory);
  if (reply) against.push({ ...reply, code: 'sender-reply' });
  // An office's own address outlives it for a while, and old mails are read again.
  const gone =
    host && isUnder(host.name, STATE_HOSTS) ? undefined : claims.find(({ entry }) => isGone(entry, now));
  if (gone)
    against.push({
      claims: gone.entry.name.vi,
      why: 'office-gone',
      text: goneSentence(gone.entry),
      strong: false,
      code: OFFICE_GONE,
    });
  if (against.length === 0) return undefined;
  return {
    findings: against.map(({ claims: claimed, why }) => ({ kind: 'sender', claims: claimed, address, why })),
    reasons: against.map(({ code, text }) => ({ code, text, start: 0, end: 0 })),
    weight: against.some(({ strong }) => strong) ? 'strong' : 'weak',
    falseAddress: against.some((one) => one.falseAddress === true),
  };
}

/** The host of a mail address, `Name <a@b>` too. */
function hostOf(address: string): Host | undefined {
  const written = /@([^@\s<>]+)>?\s*$/.exec(address)?.[1];
  return written === undefined ? undefined : readHost(written);
}

/** The first claim that the address contradicts; one that it bears out speaks for all. */
function nameMismatch(
  claims: readonly Claim[],
  host: Host,
  otherwise: () => Mismatch | undefined,
): Mismatch | undefined {
  const [first] = claims;
  return first ? claimMismatch(first, host) : otherwise();
}

function addressMismatch(host: Host, { directory, pack }: SenderContext): Mismatch | undefined {
  const lookalike = directory && lookalikeOf(host, directory.official, pack.oddEndings);
  if (!lookalike) return undefined;
  const gov = lookalike.of === 'gov.vn';
  return {
    claims: lookalike.of,
    why: `lookalike-${lookalike.way}`,
    text: localised(gov ? 'reason_sender_gov' : 'reason_sender_lookalike', {
      host: host.name,
      official: lookalike.of,
    }),
    strong: true,
  };
}

/** Answers that leave an official or a claimed domain; newsletters of others often ask for answers elsewhere. */
function replyMismatch(
  replyTo: string | undefined,
  host: Host,
  claims: readonly Claim[],
  directory: DirectoryIndex,
): Mismatch | undefined {
  const reply = replyTo === undefined ? undefined : hostOf(replyTo.slice(-MAX_NAME));
  if (!reply || registrable(reply) === registrable(host)) return undefined;
  const official = isOfficial(host.name, directory.official);
  if (isOfficial(reply.name, directory.official) || isUnder(reply.name, MAILINGS)) return undefined;
  if (!official && claims.length === 0) return undefined;
  const text = localised('reason_sender_reply', { host: reply.name, from: host.name });
  const claimed = claims[0]?.entry.name.vi ?? host.name;
  // An office's letter that is answered to a free mailbox is the mark of a forged sender.
  return {
    claims: claimed,
    why: 'reply-elsewhere',
    text,
    strong: official && isUnder(reply.name, FREE_MAIL),
  };
}
