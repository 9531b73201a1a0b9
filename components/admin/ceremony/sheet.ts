import { ROLES, type Role, type Root } from '../../../lib/lists/feed/metadata';

export interface SheetKey {
  readonly role: Role;
  /** Undefined where this console was never told. */
  readonly holder: string | undefined;
  /** Hex of the public key. */
  readonly public: string;
}

/** The keys that a root names, with the names of those who hold them. `holders`: by the public half. */
export function sheetKeys({ roles, keys }: Root, holders: ReadonlyMap<string, string>): SheetKey[] {
  return ROLES.flatMap((role) =>
    roles[role].keyids.map((id) => {
      const open = keys[id]?.keyval.public ?? id;
      return { role, holder: holders.get(open), public: open };
    }),
  );
}
