/** Three versions of a set of entries: what both started from, theirs, mine. Pure. */

/** Entries by what tells them apart. */
export type Entries<Value> = ReadonlyMap<string, Value>;

export interface Merged<Value> {
  readonly merged: Entries<Value>;
  /** Entries that both changed, each in another way: `merged` has mine until somebody chooses. */
  readonly clashes: readonly string[];
}

/** What comes of an entry that both changed; undefined where only a person can say. */
type Together<Value> = (
  base: Value | undefined,
  theirs: Value | undefined,
  mine: Value | undefined,
) => Value | undefined;

/** True for the same JSON value, whatever the order of its fields. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a, b].map((value) =>
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as [[string, unknown][], [string, unknown][]];
  const fields = new Map(other);
  return (
    one.length === other.length &&
    one.every(([key, value]) => fields.has(key) && sameJson(value, fields.get(key)))
  );
}

/**
 * Merges entry by entry: what only one side changed is taken, what both changed alike stands once. Where nobody knows
 * what both started from, whatever differs clashes. The entries of theirs keep their order, those that only mine has
 * follow. Linear.
 */
export function mergeEntries<Value>(
  base: Entries<Value> | undefined,
  theirs: Entries<Value>,
  mine: Entries<Value>,
  together: Together<Value> = () => undefined,
): Merged<Value> {
  const merged = new Map<string, Value>();
  const clashes: string[] = [];
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const [was, their, my] = [base?.get(key), theirs.get(key), mine.get(key)];
    let value = my;
    if (base && sameJson(my, was)) value = their;
    else if (!(base && sameJson(their, was)) && !sameJson(their, my)) {
      const both = base && together(was, their, my);
      if (both === undefined) clashes.push(key);
      else value = both;
    }
    if (value !== undefined) merged.set(key, value);
  }
  return { merged, clashes };
}
