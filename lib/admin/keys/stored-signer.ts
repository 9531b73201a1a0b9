/** Signers of the keys that the console keeps for daily use. */
import { keyIdOf } from '../../lists/feed/signatures';
import { keyValue, type Signer } from '../../lists/publish/keys';
import type { StoredKey } from '../store';

export type HeldSigner = Signer & { readonly holder: string };

/** A stored key as a signer. */
export async function storedSigner({ public: open, holder, key }: StoredKey): Promise<HeldSigner> {
  const value = keyValue(open);
  return {
    id: await keyIdOf(value),
    key: value,
    holder,
    sign: async (payload) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, payload)),
  };
}
