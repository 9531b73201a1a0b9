/** The root of a feed: who may sign what. Pure: time is an argument. */
import { ROLES, type Role, type Root } from '../feed/metadata';
import type { NamedKey } from './keys';

/** Keys of a role, and how many of them must sign. */
export interface RoleKeys {
  readonly keys: readonly NamedKey[];
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
  const all: Root['keys'] = {};
  const roleOf = (role: Role) => {
    const { keys, threshold } = keyring[role];
    const keyids = [...new Set(keys.map((key) => key.id))].sort();
    if (threshold < 1 || keyids.length < threshold) {
      throw new RangeError(
        `${role}: ${String(keyids.length)} keys cannot give ${String(threshold)} signatures.`,
      );
    }
    for (const { id, key } of keys) all[id] = key;
    return { keyids, threshold };
  };
  const roles = {
    root: roleOf('root'),
    timestamp: roleOf('timestamp'),
    snapshot: roleOf('snapshot'),
    targets: roleOf('targets'),
  };
  return { ...head('root', version, now), consistent_snapshot: true, keys: all, roles };
}

/** The keyring that a root stands for. */
export function keyringOf(root: Root): Keyring {
  const roleOf = (role: Role): RoleKeys => {
    const { keyids, threshold } = root.roles[role];
    return { threshold, keys: keyids.flatMap((id) => (root.keys[id] ? [{ id, key: root.keys[id] }] : [])) };
  };
  return {
    root: roleOf('root'),
    timestamp: roleOf('timestamp'),
    snapshot: roleOf('snapshot'),
    targets: roleOf('targets'),
  };
}

/** The root that follows: other keys for some roles, or the same with a new date. Throws RangeError. */
export function nextRoot(before: Root, changes: Partial<Keyring>, now: number): Root {
  return makeRoot({ ...keyringOf(before), ...changes }, before.version + 1, now);
}

/** The roles for which two roots name other keys or thresholds. */
export function changedRoles(before: Root, after: Root): Role[] {
  const gist = ({ roles }: Root, role: Role) =>
    JSON.stringify([[...roles[role].keyids].sort(), roles[role].threshold]);
  return ROLES.filter((role) => gist(before, role) !== gist(after, role));
}
