/** A compact set as the publisher has it: all its blocks in memory, in order. */
import { joined, type Bytes } from '../feed/bytes';
import { BlockView, blocksIn, encodeBlock, type Entries } from './block';
import { GONE, type Changes } from './changes';
import { merge, type MergedBlock } from './merge';
import { partition } from './partition';
import { HASH_BYTES, blockHash, setHash } from './set-hash';
import { shapeOf } from './shape';

/** Most bytes of a file of the base. */
const FILE = 1_000_000;

/** The blocks of entries in order of their keys. */
export function blocksOf(entries: Entries): Bytes[] {
  return Array.from(partition(entries), ([{ depth }, part]) => encodeBlock(depth, part));
}

/** The hash of the set that these blocks make. */
export async function hashOfBlocks(blocks: readonly Bytes[]): Promise<string> {
  const hashes = new Uint8Array(blocks.length * HASH_BYTES);
  for (const [i, block] of blocks.entries()) hashes.set(await blockHash(block), i * HASH_BYTES);
  return setHash(hashes);
}

/** Blocks one behind the other in files of at most 1 MB. */
export function filesOf(blocks: readonly Bytes[]): Bytes[] {
  const files: Bytes[][] = [];
  let size = Infinity;
  for (const block of blocks) {
    if (size + block.length > FILE) {
      files.push([]);
      size = 0;
    }
    files.at(-1)?.push(block);
    size += block.length;
  }
  return files.map(joined);
}

/** The blocks of files. Throws DamagedBlock. */
export function blocksOfFiles(files: readonly Bytes[]): Bytes[] {
  return files.flatMap((file) => Array.from(blocksIn(file), ({ bytes }) => new Uint8Array(bytes)));
}

/** The blocks after changes. Throws DamagedBlock. */
export async function changedBlocks(blocks: readonly Bytes[], changes: Changes): Promise<Bytes[]> {
  const views = blocks.map((bytes) => new BlockView(bytes));
  const out: MergedBlock[] = [];
  const source = {
    shape: shapeOf(views.map(({ place }) => place)),
    counts: views.map(({ count }) => count),
    read: (index: number) =>
      Promise.resolve(views[index]?.entries() ?? { keys: new Float64Array(), records: new Uint32Array() }),
  };
  await merge(source, changes, (block) => {
    out.push(block);
    return Promise.resolve();
  });
  out.sort((a, b) => a.place.start - b.place.start);
  return out.map((block) =>
    'kept' in block
      ? (blocks[block.kept] ?? new Uint8Array())
      : encodeBlock(block.place.depth, block.entries),
  );
}

/** Entries of those blocks that the other set has not, as records by key. */
function entriesBeside(blocks: readonly Bytes[], others: ReadonlySet<string>): Map<number, number> {
  const records = new Map<number, number>();
  for (const block of blocks) {
    if (others.has(signature(block))) continue;
    const { keys, records: packed } = new BlockView(block).entries();
    keys.forEach((key, i) => records.set(key, packed[i] ?? 0));
  }
  return records;
}

/** First key, length and checksum: enough to tell blocks of the same place apart for skipping; entries decide. */
function signature(block: Bytes): string {
  return String.fromCharCode(...block.subarray(0, 36));
}

/** What changes one set into another. Decodes only blocks that differ. */
export function changesBetween(from: readonly Bytes[], to: readonly Bytes[]): Changes {
  const before = entriesBeside(from, new Set(to.map(signature)));
  const after = entriesBeside(to, new Set(from.map(signature)));
  const changed = new Map<number, number>();
  for (const key of before.keys()) if (!after.has(key)) changed.set(key, GONE);
  for (const [key, record] of after) if (before.get(key) !== record) changed.set(key, record);
  const keys = Float64Array.from(changed.keys()).sort();
  return { keys, records: Uint32Array.from(keys, (key) => changed.get(key) ?? GONE) };
}
