/**
 * Where the blocks of a set lie, in four bits a block: the tree of partition.ts in preorder, two bits a node, from the
 * lowest bits of each byte on. 0: nothing lies here; 1: a block; 2: two halves follow.
 */
import type { Place } from './block';
import { DamagedBlock } from './damaged';
import { KEY_BITS } from './number-key';
import { ROOT, firstFrom, halvesOf } from './partition';

/** Starts and depths of the blocks, in order. */
export interface Shape {
  readonly starts: Float64Array;
  readonly depths: Uint8Array;
}

const [NOTHING, BLOCK, HALVES] = [0, 1, 2];

/** The shape of a set whose blocks lie at these places, in the order of the keys. */
export function shapeOf(places: readonly Place[]): Shape {
  return {
    starts: Float64Array.from(places, ({ start }) => start),
    depths: Uint8Array.from(places, ({ depth }) => depth),
  };
}

/** The bytes of a shape, with four behind that say how many blocks there are. */
export function encodeShape({ starts, depths }: Shape): Uint8Array<ArrayBuffer> {
  const nodes: number[] = [];
  const walk = (place: Place, from: number, to: number): void => {
    if (from === to) nodes.push(NOTHING);
    else if (to - from === 1 && depths[from] === place.depth) nodes.push(BLOCK);
    else {
      nodes.push(HALVES);
      const [left, right] = halvesOf(place);
      const cut = firstFrom(starts, right.start, from, to);
      walk(left, from, cut);
      walk(right, cut, to);
    }
  };
  walk(ROOT, 0, starts.length);
  const bytes = new Uint8Array(Math.ceil(nodes.length / 4) + 4);
  nodes.forEach((node, i) => (bytes[i >> 2] = (bytes[i >> 2] ?? 0) | (node << ((i & 3) * 2))));
  new DataView(bytes.buffer).setUint32(bytes.length - 4, starts.length, true);
  return bytes;
}

/** The shape of bytes. Throws DamagedBlock. Linear. */
export function decodeShape(bytes: Uint8Array): Shape {
  if (bytes.length < 5) throw new DamagedBlock('the shape is cut off.');
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  if (count > bytes.length * 4) throw new DamagedBlock('the shape has too few nodes.');
  const shape = { starts: new Float64Array(count), depths: new Uint8Array(count) };
  let [node, found] = [0, 0];
  const walk = (place: Place): void => {
    const kind = ((bytes[node >> 2] ?? 0) >>> ((node & 3) * 2)) & 3;
    node++;
    if (kind === NOTHING) return;
    if (kind === BLOCK) {
      shape.starts[found] = place.start;
      shape.depths[found] = place.depth;
      found++;
    } else if (kind === HALVES && place.depth < KEY_BITS) for (const half of halvesOf(place)) walk(half);
    else throw new DamagedBlock('the shape has no such node.');
  };
  walk(ROOT);
  if (found !== count || Math.ceil(node / 4) + 4 !== bytes.length) {
    throw new DamagedBlock('the shape has other nodes than it says.');
  }
  return shape;
}

/** The block that a key would lie in; -1 where there is none. */
export function blockFor({ starts, depths }: Shape, key: number): number {
  const at = firstFrom(starts, key + 1, 0, starts.length) - 1;
  return at >= 0 && key < (starts[at] ?? 0) + 2 ** (KEY_BITS - (depths[at] ?? 0)) ? at : -1;
}
