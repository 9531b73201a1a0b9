/** A new generation of a feed's compact set: from the files of the base, by deltas from the one at hand, or both. */
import { BlockView, blocksIn, encodeBlock, type Place } from './compact/block';
import { decodeChanges, together, type Changes } from './compact/changes';
import { DamagedBlock } from './compact/damaged';
import { merge, touched } from './compact/merge';
import { HASH_BYTES, blockHash, setHash } from './compact/set-hash';
import { decodeShape, encodeShape, shapeOf } from './compact/shape';
import { joined, release } from './feed/bytes';
import type { FeedNumbers } from './feed-record';
import {
  BLOCK_BATCH,
  dropBlocks,
  readBlocks,
  readPlaces,
  readRest,
  separator,
  without,
  writeBlocks,
} from './set-blocks';
import { openPlaces, placesCheck } from './set-read';
import type { ListDatabase, SetPlaces, SetRest } from './store-schema';

/** Changes that are merged at once: more would be held in memory for the sake of a client that was away for months. */
const CHANGES_AT_ONCE = 250_000;

/** A block of a set that is in the making. */
interface Member {
  readonly place: Place;
  readonly count: number;
  readonly hash: Uint8Array;
  readonly id: number;
}

/** What is kept of a set beside its blocks. */
export interface WrittenSet {
  readonly places: SetPlaces;
  readonly rest: SetRest;
  readonly count: number;
}

/** Collects blocks and writes them in batches. */
class BlockSink {
  readonly members: Member[] = [];
  private waiting: { readonly bytes: Uint8Array; readonly place: Place; readonly count: number }[] = [];
  private readonly separate = separator();

  constructor(
    private readonly db: ListDatabase,
    private readonly generation: number,
    /** Ids of all blocks that this update has written. */
    private readonly written: number[],
  ) {}

  /** `bytes` must stay as they are until they are flushed. */
  async add(bytes: Uint8Array, place: Place, count: number): Promise<void> {
    this.waiting.push({ bytes, place, count });
    if (this.waiting.length >= BLOCK_BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.waiting;
    if (batch.length === 0) return;
    this.waiting = [];
    const hashes = await Promise.all(batch.map(({ bytes }) => blockHash(bytes)));
    const first = await writeBlocks(
      this.db,
      this.generation,
      batch.map(({ bytes }) => bytes),
      this.separate,
    );
    // In one buffer: each of its own would take many times its bytes.
    const kept = joined(hashes);
    batch.forEach(({ place, count }, i) => {
      this.written.push(first + i);
      const hash = kept.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
      this.members.push({ place, count, hash, id: first + i });
    });
  }
}

/** The set of a generation that is live; of none where it has none. Throws DamagedBlock. */
async function membersOf(db: ListDatabase, generation: number | undefined): Promise<Member[]> {
  if (generation === undefined) return [];
  const places = await readPlaces(db, generation);
  const rest = await readRest(db, generation);
  if (!places && !rest) return [];
  const { shape, ids } = openPlaces(places);
  if (!rest || rest.counts.length !== ids.length) throw new DamagedBlock('its counts are gone.');
  return Array.from(ids, (id, i) => ({
    place: { start: shape.starts[i] ?? 0, depth: shape.depths[i] ?? 0 },
    count: rest.counts[i] ?? 0,
    hash: rest.hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
    id,
  }));
}

async function importBase(
  sink: BlockSink,
  files: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<readonly Member[]> {
  let last = -1;
  for await (const file of files) {
    for (const block of blocksIn(file)) {
      const { start } = block.place;
      if (start <= last) throw new DamagedBlock('the blocks of the base are not in order.');
      last = start;
      await sink.add(block.bytes, block.place, block.count);
    }
    await sink.flush();
    release(file);
  }
  return sink.members;
}

/** Entries of the members' blocks, those that changes touch read ahead in batches. */
function reader(db: ListDatabase, members: readonly Member[], ahead: readonly number[]) {
  const order = new Map(ahead.map((index, i) => [index, i]));
  let held = new Map<number, Uint8Array<ArrayBuffer> | undefined>();
  return async (index: number) => {
    if (!held.has(index)) {
      const from = order.get(index);
      const wanted = from === undefined ? [index] : ahead.slice(from, from + BLOCK_BATCH);
      const blocks = await readBlocks(
        db,
        wanted.map((one) => members[one]?.id ?? 0),
      );
      held = new Map(wanted.map((one, i) => [one, blocks[i]]));
    }
    return new BlockView(held.get(index) ?? new Uint8Array()).entries();
  };
}

async function applyChanges(
  db: ListDatabase,
  generation: number,
  members: readonly Member[],
  changes: Changes,
  written: number[],
): Promise<Member[]> {
  const shape = shapeOf(members.map(({ place }) => place));
  const counts = members.map(({ count }) => count);
  const sink = new BlockSink(db, generation, written);
  const read = reader(db, members, touched(shape, changes));
  await merge({ shape, counts, read }, changes, async (block) => {
    if ('kept' in block) {
      const member = members[block.kept];
      if (member) sink.members.push(member);
    } else await sink.add(encodeBlock(block.place.depth, block.entries), block.place, block.count);
  });
  await sink.flush();
  return sink.members.sort((a, b) => a.place.start - b.place.start);
}

/** What the store keeps of members. Throws DamagedBlock where they are not the set that was announced. */
async function sealed(members: readonly Member[], state: string): Promise<WrittenSet> {
  const hashes = new Uint8Array(members.length * HASH_BYTES);
  members.forEach(({ hash }, i) => hashes.set(hash, i * HASH_BYTES));
  if ((await setHash(hashes)) !== state) throw new DamagedBlock('it is another set than was announced.');
  const shape = encodeShape(shapeOf(members.map(({ place }) => place)));
  decodeShape(shape);
  const ids = Uint32Array.from(members, ({ id }) => id);
  const counts = Uint16Array.from(members, ({ count }) => count);
  return {
    places: { shape, ids, check: placesCheck(shape, ids) },
    rest: { counts, hashes },
    count: counts.reduce((sum, count) => sum + count, 0),
  };
}

/**
 * Writes the blocks of a new generation, in small transactions and a few at a time in memory; those that did not change
 * are shared with the generation before. Nothing is live yet. Throws DamagedBlock, ListError, or what `numbers` throws.
 * @param written gets the id of every block written here, for the caller to delete where the set does not go live
 */
export async function writeSet(
  db: ListDatabase,
  generation: number,
  before: number | undefined,
  numbers: FeedNumbers,
  written: number[],
): Promise<WrittenSet> {
  let members: readonly Member[];
  if (numbers.base) members = await importBase(new BlockSink(db, generation, written), numbers.base);
  else members = await membersOf(db, before);
  let waiting: Changes[] = [];
  const apply = async (): Promise<void> => {
    if (waiting.length === 0) return;
    members = await applyChanges(db, generation, members, together(waiting), written);
    waiting = [];
  };
  for await (const bytes of numbers.changes) {
    waiting.push(decodeChanges(bytes));
    if (waiting.reduce((sum, { keys }) => sum + keys.length, 0) >= CHANGES_AT_ONCE) await apply();
  }
  await apply();
  const set = await sealed(members, numbers.state);
  await dropBlocks(db, without(written, set.places.ids));
  return set;
}
