/** What changes one set into another: blocks of records that come or change, then blocks of numbers that go. */
import { MAX_COUNT, RECORDS, REMOVALS, blocksIn, encodeBlock, type Entries } from './block';
import { DamagedBlock } from './damaged';
import { joined, type Bytes } from '../feed/bytes';

/** In order of keys, each once; a record of GONE says that the number goes. */
export type Changes = Entries;

export const GONE = 0xffffffff;

function* blocksOf(keys: readonly number[], records: readonly number[], form: number): Generator<Bytes> {
  for (let at = 0; at < keys.length; at += MAX_COUNT) {
    const part = {
      keys: Float64Array.from(keys.slice(at, at + MAX_COUNT)),
      records: Uint32Array.from(records.slice(at, at + MAX_COUNT)),
    };
    yield encodeBlock(0, part, form);
  }
}

/** The bytes of changes. */
export function encodeChanges({ keys, records }: Changes): Bytes {
  const [put, packed, gone]: [number[], number[], number[]] = [[], [], []];
  keys.forEach((key, i) => {
    const record = records[i] ?? GONE;
    if (record === GONE) gone.push(key);
    else {
      put.push(key);
      packed.push(record);
    }
  });
  const none = gone.map(() => 0);
  return joined([...blocksOf(put, packed, RECORDS), ...blocksOf(gone, none, REMOVALS)]);
}

function inOrder(keys: Float64Array): boolean {
  return keys.every((key, i) => i === 0 || key > (keys[i - 1] ?? Infinity));
}

/** Several changes, the later ones over the earlier, as one. */
export function together(all: readonly Changes[]): Changes {
  const records = new Map<number, number>();
  for (const changes of all) changes.keys.forEach((key, i) => records.set(key, changes.records[i] ?? GONE));
  const keys = Float64Array.from(records.keys()).sort();
  return { keys, records: Uint32Array.from(keys, (key) => records.get(key) ?? GONE) };
}

/** The changes of bytes. Throws DamagedBlock. */
export function decodeChanges(bytes: Uint8Array): Changes {
  const sides: Record<number, Entries[]> = { [RECORDS]: [], [REMOVALS]: [] };
  for (const block of blocksIn(bytes)) {
    const entries = block.entries();
    if (block.form === REMOVALS) entries.records.fill(GONE);
    sides[block.form]?.push(entries);
  }
  const parts = Object.values(sides).flat();
  const changes = together(parts);
  const count = parts.reduce((sum, { keys }) => sum + keys.length, 0);
  if (changes.keys.length !== count || !Object.values(sides).every(sideInOrder)) {
    throw new DamagedBlock('the changes are not in order.');
  }
  return changes;
}

function sideInOrder(parts: readonly Entries[]): boolean {
  return parts.every(
    ({ keys }, i) => inOrder(keys) && (i === 0 || (keys[0] ?? 0) > (parts[i - 1]?.keys.at(-1) ?? Infinity)),
  );
}
