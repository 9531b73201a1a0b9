/** Keys, key ids and thresholds of signatures: Ed25519 by WebCrypto. */
import { canonicalize } from '@tufjs/canonical-json';
import { fromHex, sha256, utf8, type Bytes } from './bytes';
import { FeedError } from './feed-error';
import type { KeyValue, Metadata, Role, Root } from './metadata';

/** The id of a key: SHA-256 of its canonical JSON, in hex. */
export function keyIdOf(key: KeyValue): Promise<string> {
  return sha256(utf8(canonicalize(key)));
}

async function isSignedBy(publicHex: string, sig: string, payload: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', fromHex(publicHex), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, fromHex(sig), payload);
  } catch (error) {
    // No point of the curve. A browser without Ed25519 must not pass for a wrong signature.
    if (error instanceof DOMException && error.name === 'NotSupportedError') throw error;
    return false;
  }
}

/** A key of a role under the id that a signature names; undefined where the root has none. */
function keyOfRole({ roles, keys }: Root, role: Role, keyid: string): KeyValue | undefined {
  const key = roles[role].keyids.includes(keyid) ? keys[keyid] : undefined;
  return key?.keytype === 'ed25519' && key.scheme === 'ed25519' ? key : undefined;
}

/**
 * The keys of a role, as `root` names them, whose valid signatures a file has, by their public halves. A key counts once,
 * however many ids or signatures it has, and only under its own id.
 */
export async function signersOf(
  root: Root,
  role: Role,
  { signatures, payload }: Metadata<Role>,
): Promise<ReadonlySet<string>> {
  const signers = new Set<string>();
  for (const { keyid, sig } of signatures) {
    const key = keyOfRole(root, role, keyid);
    if (!key) continue;
    const publicHex = key.keyval.public;
    if (!/^[0-9a-f]{64}$/.test(publicHex) || !/^[0-9a-f]{128}$/.test(sig) || signers.has(publicHex)) continue;
    if ((await keyIdOf(key)) !== keyid) continue;
    if (await isSignedBy(publicHex, sig, payload)) signers.add(publicHex);
  }
  return signers;
}

/**
 * Holds that enough different keys of a role signed a file: see signersOf(). Throws FeedError ERR_FEED_KEY_UNKNOWN where
 * no key of the role is among the signers, ERR_FEED_SIGNATURE where valid signatures are too few.
 */
export async function requireSignatures(root: Root, role: Role, file: Metadata<Role>): Promise<void> {
  const { threshold } = root.roles[role];
  const signers = await signersOf(root, role, file);
  if (signers.size >= threshold) return;
  if (!file.signatures.some(({ keyid }) => keyOfRole(root, role, keyid)))
    throw new FeedError('ERR_FEED_KEY_UNKNOWN', role, 'none of its signers is a key of this role.');
  throw new FeedError(
    'ERR_FEED_SIGNATURE',
    role,
    `${String(signers.size)} valid signatures, ${String(threshold)} are needed.`,
  );
}
