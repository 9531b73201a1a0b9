import type { Sender, Verdict } from '../../analysis/types';
import { sha256 } from '../digest';
import { MAX_NUMBERS, type EvidenceRecord, type EvidenceSource } from './schema';

/** What was seen, and with what it was judged. */
export interface Seen {
  readonly source: EvidenceSource;
  readonly text: string;
  readonly sender?: Sender | undefined;
  /** Address of the page as the browser vouches for it. */
  readonly url?: string | undefined;
  readonly verdict: Verdict;
  readonly lists: { readonly version: string; readonly published: string };
  readonly extension: string;
}

const MAX_TEXT = 200_000;

/** A record of what was seen, without files. `now` in milliseconds since 1970. */
export async function makeRecord(seen: Seen, now: number): Promise<EvidenceRecord> {
  const { source, verdict, lists, extension, url } = seen;
  // Half a letter, as pages can hold, would not survive UTF-8.
  const text = seen.text.slice(0, MAX_TEXT).toWellFormed();
  const page = url === undefined ? undefined : pageAddress(url);
  const sender = seen.sender && shortSender(seen.sender);
  const numbers = verdict.findings.flatMap((one) => (one.kind === 'phone' ? [one.number] : []));
  return {
    id: crypto.randomUUID(),
    savedAt: new Date(now).toISOString(),
    source,
    text,
    textSha256: await sha256(text),
    ...(sender && { sender }),
    ...(page !== undefined && { page }),
    verdict: {
      level: verdict.level,
      score: verdict.score,
      reasons: verdict.reasons.map((reason) => ({ ...reason, text: { ...reason.text } })),
    },
    lists: { version: lists.version, published: lists.published },
    extension,
    notes: '',
    numbers: [...new Set(numbers)].slice(0, MAX_NUMBERS),
    parts: [],
  };
}

/** Host and path of a web page: query and fragment may hold keys to an account. Undefined for anything else. */
export function pageAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return undefined;
  return `${parsed.origin}${parsed.pathname}`.slice(0, 2_000);
}

function shortSender({ name, address, replyTo }: Sender) {
  const short = (part: string | undefined) => part?.slice(0, 300).toWellFormed();
  return {
    ...(name !== undefined && { name: short(name) }),
    ...(address !== undefined && { address: short(address) }),
    ...(replyTo !== undefined && { replyTo: short(replyTo) }),
  };
}
