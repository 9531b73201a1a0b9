/** The root of a feed: who may sign what. Pure: time is an argument. */
import { canonicalize } from '@tufjs/canonical-json';
import { ROLES, type Role, type Root } from '../feed/metadata';
import type { Signer } from './keys';

/** Keys of a role, and how many of them must sign. */
export interface RoleKeys {
  readonly signers: readonly Pick<Signer, 'id' | 'key'>[];
  readonly threshold: number;
}

export type Keyring = Readonly<Record<Role, RoleKeys>>;

/** Days that what each role signed holds. */
export const DAYS: Readonly<Record<Role, number>> = { root: 365, targets: 90, snapshot: 30, timestamp: 7 };

/** A time of TUF metadata: ISO 8601 in whole seconds, UTC. */
export function utc(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** What every role begins with. */
export function head<const Name extends Role>(role: Name, version: number, now: number, days = DAYS[role]) {
  return {
    _type: role,
    spec_version: '1.0.31',
    version,
    expires: utc(now + days * 86_400_000),
    'x-signed-at': utc(now),
  };
}

/** The root of a keyring. Throws RangeError where a role has fewer keys than must sign. */
export function makeRoot(keyring: Keyring, version: number, now: number): Root {
  const keys: Root['keys'] = {};
  const roleOf = (role: Role) => {
    const { signers, threshold } = keyring[role];
    const keyids = [...new Set(signers.map((signer) => signer.id))].sort();
    if (threshold < 1 || keyids.length < threshold) {
      throw new RangeError(
        `${role}: ${String(keyids.length)} keys cannot give ${String(threshold)} signatures.`,
      );
    }
    for (const signer of signers) keys[signer.id] = signer.key;
    return { keyids, threshold };
  };
  const [root, timestamp, snapshot, targets] = ROLES.map(roleOf);
  if (!root || !timestamp || !snapshot || !targets) throw new RangeError('a role is missing');
  const roles = { root, timestamp, snapshot, targets };
  return { ...head('root', version, now), consistent_snapshot: true, keys, roles };
}

/** Those who sign a new root: its own keys and those of the root before. */
export function rootSigners(next: Keyring, before: Keyring | undefined): RoleKeys['signers'] {
  const all = [...next.root.signers, ...(before?.root.signers ?? [])];
  return [...new Map(all.map((signer) => [signer.id, signer])).values()];
}

/** True where two keys are the same key. */
export function sameKey(a: Signer['key'], b: Signer['key']): boolean {
  return canonicalize(a) === canonicalize(b);
}
