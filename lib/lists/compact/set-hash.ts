/** The hashes that bind deltas to the set that they change. */
import { digest, sha256, type Bytes } from '../feed/bytes';

/** Bytes that are kept of a block's SHA-256. */
export const HASH_BYTES = 16;

/** The hash of a block: the first 16 bytes of its SHA-256. */
export async function blockHash(block: Uint8Array): Promise<Bytes> {
  return (await digest(block)).slice(0, HASH_BYTES);
}

/** The hash of a set, in hex: SHA-256 of the hashes of its blocks one behind the other. */
export function setHash(hashes: Bytes): Promise<string> {
  return sha256(hashes);
}
