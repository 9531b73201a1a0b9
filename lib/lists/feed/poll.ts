/** The poll between updates: nothing but the timestamp. */
import { requireFresh, signedAt } from './checks';
import { newTimestamp, stillTrusted, type FeedClientOptions } from './client';
import { viewClock } from './clock';
import { FeedError } from './feed-error';
import { readMetadata } from './metadata';

const UNREACHABLE: ReadonlySet<string> = new Set(['ERR_FEED_NETWORK', 'ERR_FEED_TIMEOUT', 'ERR_FEED_SERVER']);

/**
 * One GET: where the timestamp that the server has now is the trusted one, of version `settled`, and still holds, what
 * the local clock looks like beside it. Undefined for anything else, an error included: that is for refreshMetadata()
 * to judge. Errors of the network are thrown.
 */
export async function unchanged(
  options: FeedClientOptions,
  settled: number,
): Promise<{ readonly clockBehind: boolean } | undefined> {
  const trusted = await options.store.load();
  if (!trusted) return undefined;
  const { signed: root } = readMetadata('root', trusted.root);
  const held = await stillTrusted(root, 'timestamp', trusted.timestamp);
  if (held?.signed.version !== settled) return undefined;
  try {
    const [, { signed }] = await newTimestamp(options.transport, root);
    const known = [options.built, ...signedAt(root), ...signedAt(held.signed)];
    const now = options.now();
    requireFresh('root', root, now, known);
    requireFresh('timestamp', held.signed, now, known);
    return signed.version === settled ? { clockBehind: viewClock(now, known).behind } : undefined;
  } catch (error) {
    const judged = error instanceof FeedError && !UNREACHABLE.has(error.code);
    if (judged) return undefined;
    throw error;
  }
}
