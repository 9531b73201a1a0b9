/** Who signed a version, as the history says it. Pure. */
import type { Bytes } from '../../lists/feed/bytes';
import { readMetadata, type Root } from '../../lists/feed/metadata';
import { signersOf } from '../../lists/feed/signatures';
import { keyIdLabel } from '../keys/key-label';
import type { HeldSigner } from '../keys/stored-signer';
import type { ConsoleFeed } from '../store-schema';

/** Who holds which key, by its public half: as it was told here, and of keys that are here. */
export function knownHolders(
  feed: Pick<ConsoleFeed, 'holders'>,
  signers: readonly HeldSigner[],
): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(feed.holders ?? {}),
    ...signers.map(({ key, holder }) => [key.keyval.public, holder] as const),
  ]);
}

/**
 * Those whose valid signatures targets have, under keys that one of these roots names; a key whose holder is not known
 * goes by its label. Throws FeedError.
 */
export async function signedBy(
  targets: Bytes,
  roots: readonly Root[],
  holders: ReadonlyMap<string, string>,
): Promise<string[]> {
  const file = readMetadata('targets', targets);
  const names = new Set<string>();
  for (const root of roots)
    for (const key of await signersOf(root, 'targets', file)) names.add(holders.get(key) ?? keyIdLabel(key));
  return [...names];
}
