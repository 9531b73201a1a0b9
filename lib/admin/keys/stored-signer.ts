/** Signers of the keys that the console keeps for daily use. */
import { signerFor, type Signer } from '../../lists/publish/keys';
import type { StoredKey } from '../store-schema';

export type HeldSigner = Signer & { readonly holder: string };

/** A stored key as a signer. */
export async function storedSigner({ public: open, holder, key }: StoredKey): Promise<HeldSigner> {
  return { ...(await signerFor(key, open)), holder };
}
