/** What a root that follows changes for each role: what whoever signs it must see. Pure. */
import { ROLES, type Role, type Root } from '../../lists/feed/metadata';

/** A key as a root names it. */
export interface RootKey {
  readonly id: string;
  /** Its public half, in hex. */
  readonly public: string;
}

export interface RoleDiff {
  readonly role: Role;
  readonly out: readonly RootKey[];
  readonly in: readonly RootKey[];
  /** How many keys stay. */
  readonly kept: number;
  /** How many must sign, before and after. */
  readonly from: number;
  readonly to: number;
}

export interface RootDiff {
  /** Roles whose keys or number change; empty where it is the date alone. */
  readonly roles: readonly RoleDiff[];
  /** None of the root keys stays: from then on other people decide about the feed. */
  readonly handsOver: boolean;
  /** When the root that follows runs out. */
  readonly expires: string;
}

/** The keys of a role. The public half counts as well: nothing holds yet that an id fits its key. */
function keysOf({ roles, keys }: Root, role: Role): Map<string, RootKey> {
  return new Map(
    roles[role].keyids.map((id) => {
      const open = keys[id]?.keyval.public ?? '';
      return [`${id} ${open}`, { id, public: open }];
    }),
  );
}

/** What `after` changes against `before`. */
export function diffRoots(before: Root, after: Root): RootDiff {
  const all = ROLES.map((role): RoleDiff => {
    const [old, next] = [keysOf(before, role), keysOf(after, role)];
    return {
      role,
      out: [...old].flatMap(([one, key]) => (next.has(one) ? [] : [key])),
      in: [...next].flatMap(([one, key]) => (old.has(one) ? [] : [key])),
      kept: [...next.keys()].filter((one) => old.has(one)).length,
      from: before.roles[role].threshold,
      to: after.roles[role].threshold,
    };
  });
  return {
    roles: all.filter((one) => one.out.length + one.in.length > 0 || one.from !== one.to),
    handsOver: all.some(({ role, kept }) => role === 'root' && kept === 0),
    expires: after.expires,
  };
}
