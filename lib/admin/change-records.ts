/** Blocks of changes as the database's object store takes them. */
import { blockOf, byBlock, written, type Writing } from './change-blocks';
import type { Change } from './reported/change';

/** A feed and the number of a block. */
type Key = [feed: string, block: number];

interface ChangeRecords {
  getAllKeys(): Promise<Key[]>;
  getAll(): Promise<(readonly Change[])[]>;
  get(key: Key): Promise<readonly Change[] | undefined>;
  put(value: readonly Change[], key: Key): Promise<Key>;
  delete(key: Key): Promise<void>;
  clear(): Promise<void>;
}

/** The writes of changes, block by block. */
export function writeChanges(
  store: Pick<ChangeRecords, 'get' | 'put' | 'delete'>,
  feed: string,
  changes: Iterable<Writing>,
): Promise<unknown>[] {
  const write = async (block: number, writings: readonly Writing[]) => {
    const key: Key = [feed, block];
    const next = written((await store.get(key)) ?? [], writings);
    await (next.length > 0 ? store.put(next, key) : store.delete(key));
  };
  return Array.from(byBlock(changes), ([block, writings]) => write(block, writings));
}

/** The first version had a record for each change: they go into blocks. */
export async function regroup(changes: ChangeRecords): Promise<void> {
  const [keys, singles] = await Promise.all([changes.getAllKeys(), changes.getAll()]);
  await changes.clear();
  for (const [at, [feed]] of keys.entries()) {
    const change = singles[at] as unknown as Change;
    const key: Key = [feed, blockOf(change.number)];
    await changes.put([...((await changes.get(key)) ?? []), change], key);
  }
}
