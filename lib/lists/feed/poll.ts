/** The poll between updates: nothing but the timestamp. */
import { requireFresh, signedAt } from './checks';
import { newTimestamp, stillTrusted, type FeedClientOptions } from './client';
import { FeedError } from './feed-error';
import { readMetadata } from './metadata';

const UNREACHABLE: ReadonlySet<string> = new Set(['ERR_FEED_NETWORK', 'ERR_FEED_TIMEOUT', 'ERR_FEED_SERVER']);

/**
 * One GET: true where the timestamp that the server has now is the trusted one, of version `settled`, and still holds.
 * Anything else, an error included, is for refreshMetadata() to judge. Errors of the network are thrown.
 */
export async function isUnchanged(options: FeedClientOptions, settled: number): Promise<boolean> {
  const trusted = await options.store.load();
  if (!trusted) return false;
  const { signed: root } = readMetadata('root', trusted.root);
  const held = await stillTrusted(root, 'timestamp', trusted.timestamp);
  if (held?.signed.version !== settled) return false;
  try {
    const [, { signed }] = await newTimestamp(options.transport, root);
    const known = [options.built, ...signedAt(root), ...signedAt(held.signed)];
    requireFresh('root', root, options.now(), known);
    requireFresh('timestamp', held.signed, options.now(), known);
    return signed.version === settled;
  } catch (error) {
    const judged = error instanceof FeedError && !UNREACHABLE.has(error.code);
    if (judged) return false;
    throw error;
  }
}
