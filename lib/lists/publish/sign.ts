/** Signing of metadata: by one person, or by one after the other until the threshold is reached. */
import { canonicalize } from '@tufjs/canonical-json';
import { textOf, toHex, utf8, type Bytes } from '../feed/bytes';
import { FeedError } from '../feed/feed-error';
import { readMetadata, type Role, type Root, type Signed } from '../feed/metadata';
import { requireSignatures } from '../feed/signatures';
import type { Signer } from './keys';

/** The file of a role, signed by all the signers; by nobody yet where there are none. */
export async function signed(value: Signed<Role>, signers: readonly Signer[]): Promise<Bytes> {
  const payload = utf8(canonicalize(value));
  const signatures = await Promise.all(
    signers.map(async (signer) => ({ keyid: signer.id, sig: toHex(await signer.sign(payload)) })),
  );
  return utf8(JSON.stringify({ signatures, signed: value }));
}

/** The same file with one more signature; the signer's own is replaced. Throws FeedError where it is no such file. */
export async function addSignature(role: Role, file: Bytes, signer: Signer): Promise<Bytes> {
  const { payload, signatures } = readMetadata(role, file);
  const sig = toHex(await signer.sign(payload));
  const others = signatures.filter(({ keyid }) => keyid !== signer.id);
  const outer = JSON.parse(textOf(file)) as { signed: unknown };
  return utf8(JSON.stringify({ signatures: [...others, { keyid: signer.id, sig }], signed: outer.signed }));
}

/** True where enough keys of the role, as the root names them, signed the file. Throws FeedError for no such file. */
export async function isSigned(root: Root, role: Role, file: Bytes): Promise<boolean> {
  try {
    await requireSignatures(root, role, readMetadata(role, file));
    return true;
  } catch (error) {
    const missing =
      error instanceof FeedError &&
      (error.code === 'ERR_FEED_SIGNATURE' || error.code === 'ERR_FEED_KEY_UNKNOWN');
    if (missing) return false;
    throw error;
  }
}
