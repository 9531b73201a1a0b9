/** Look-ups in the compact sets of the store. */
import type { IDBPTransaction } from 'idb';
import { BlockView } from './compact/block';
import { crc32 } from './compact/crc32';
import { DamagedBlock } from './compact/damaged';
import { blockFor, decodeShape, type Shape } from './compact/shape';
import { PrintedReports } from './printed-reports';
import type { ListSchema, SetPlaces } from './store-schema';

/** Blocks that stay in memory, about 2.5 kB each: numbers that come again and again cost no read. */
const CACHED_BLOCKS = 64;
/** Sets whose places stay in memory: one for each feed, and the next generation while it takes over. */
const CACHED_SETS = 8;

/** Where the blocks of a set lie and under which ids. */
export interface OpenSet {
  readonly shape: Shape;
  readonly ids: Uint32Array;
}

type ReadTransaction = Pick<IDBPTransaction<ListSchema, ('sets' | 'blocks')[]>, 'objectStore'>;

/** The set of a generation cannot answer: its bytes are not what was written. */
export class DamagedSet extends DamagedBlock {
  constructor(
    readonly generation: number,
    cause: DamagedBlock,
  ) {
    super(cause.message, cause);
  }
}

/** The checksum of places: of the shape, then of the ids. */
export function placesCheck(shape: Uint8Array, ids: Uint32Array): number {
  return (
    (crc32(shape) ^ Math.imul(crc32(new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength)), 31)) >>> 0
  );
}

/** Opens what the store keeps of a set's places. Throws DamagedBlock. */
export function openPlaces(places: SetPlaces | undefined): OpenSet {
  if (!places) throw new DamagedBlock('the places of its blocks are gone.');
  const { shape, ids, check } = places;
  if (placesCheck(shape, ids) !== check) throw new DamagedBlock('the places of its blocks were changed.');
  const open = { shape: decodeShape(shape), ids };
  if (open.shape.starts.length !== ids.length) throw new DamagedBlock('it has places without blocks.');
  return open;
}

/** A map that forgets what was asked for longest ago. In memory alone: nobody can read there what was looked up. */
class Recent<Key, Value> {
  private readonly entries = new Map<Key, Value>();
  constructor(private readonly most: number) {}

  get(key: Key): Value | undefined {
    const value = this.entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size <= this.most) return;
    for (const oldest of this.entries.keys()) {
      this.entries.delete(oldest);
      return;
    }
  }
}

/** Looks numbers up in compact sets; keeps the sets and blocks that were read last. */
export class SetReader {
  readonly printed = new PrintedReports();
  // Neither a generation nor the id of a block is ever given twice, so what is kept here cannot be out of date.
  private readonly sets = new Recent<number, OpenSet>(CACHED_SETS);
  private readonly blocks = new Recent<number, BlockView>(CACHED_BLOCKS);

  private async open(tx: ReadTransaction, generation: number): Promise<OpenSet> {
    let set = this.sets.get(generation);
    if (!set) {
      const places = await tx.objectStore('sets').get([generation, 'places']);
      set = openPlaces(places && 'shape' in places ? places : undefined);
      this.sets.set(generation, set);
    }
    return set;
  }

  /**
   * The packed records of those keys that the set of a generation has. Throws DamagedSet where a block that a key would
   * lie in is not what was written: then nothing can be said of it.
   */
  async find(tx: ReadTransaction, generation: number, keys: readonly number[]): Promise<Map<number, number>> {
    try {
      return await this.search(tx, generation, keys);
    } catch (error) {
      throw error instanceof DamagedBlock ? new DamagedSet(generation, error) : error;
    }
  }

  private async search(
    tx: ReadTransaction,
    generation: number,
    keys: readonly number[],
  ): Promise<Map<number, number>> {
    const { shape, ids } = await this.open(tx, generation);
    const wanted = new Map<number, number[]>();
    for (const key of keys) {
      const id = ids[blockFor(shape, key)];
      if (id === undefined) continue;
      const others = wanted.get(id);
      if (others) others.push(key);
      else wanted.set(id, [key]);
    }
    const found = new Map<number, number>();
    await Promise.all(
      [...wanted].map(async ([id, inBlock]) => {
        let block = this.blocks.get(id);
        if (!block) {
          block = new BlockView((await tx.objectStore('blocks').get(id)) ?? new Uint8Array());
          this.blocks.set(id, block);
        }
        for (const key of inBlock) {
          const record = block.find(key);
          if (record !== undefined) found.set(key, record);
        }
      }),
    );
    return found;
  }
}
