/** Invented lists of reported numbers, the same for the same seed: spread evenly, which is the worst for any packing. */
import type { Entries } from '../../../lib/lists/compact/block';
import { GONE, type Changes } from '../../../lib/lists/compact/changes';
import { keyOf } from '../../../lib/lists/compact/number-key';
import { pack } from '../../../lib/lists/compact/record';

/** Numbers between 0 and 1: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MOBILE = [
  32, 33, 34, 35, 36, 37, 38, 39, 52, 55, 56, 58, 59, 70, 76, 77, 78, 79, 81, 82, 83, 84, 85, 86, 87, 88, 89,
  90, 91, 92, 93, 94, 96, 97, 98, 99,
];
const AREAS = [24, 28, 203, 220, 225, 236, 251, 254, 274, 292, 296, 297];
const ABROAD = ['1', '44', '60', '63', '66', '86', '95', '855', '856', '882'];

/** 93 % mobile, 4 % landlines, 1 % 1800/1900 and short codes, 2 % from abroad. */
function randomKey(random: () => number): number {
  const whole = (below: number) => Math.floor(random() * below);
  const digits = (count: number) => String(whole(10 ** count)).padStart(count, '0');
  const kind = random();
  if (kind < 0.93) return (MOBILE[whole(MOBILE.length)] ?? 90) * 1e7 + whole(1e7);
  if (kind < 0.97) {
    const area = String(AREAS[whole(AREAS.length)] ?? 24);
    return Number(area + String(2 + whole(7)) + digits(area.length === 2 ? 7 : 6));
  }
  if (kind < 0.98) return Number((random() < 0.3 ? '1800' : '1900') + digits(4 + 2 * whole(2)));
  return keyOf(`+${ABROAD[whole(ABROAD.length)] ?? '1'}${digits(9)}`) ?? 0;
}

/** The ranges that numbers are drawn from, each evenly: first key and size, in order. */
export const RANGES: readonly (readonly [first: number, size: number])[] = [
  ...MOBILE.map((head) => [head * 1e7, 1e7] as const),
  ...AREAS.map((area) => {
    const size = area < 100 ? 1e7 : 1e6;
    return [(area * 10 + 2) * size, 7 * size] as const;
  }),
  ...[1800, 1900].flatMap((head) => [[head * 1e4, 1e4] as const, [head * 1e6, 1e6] as const]),
  ...ABROAD.map((code) => [keyOf(`+${code}000000000`) ?? 0, 1e9] as const),
].sort(([a], [b]) => a - b);

/** How often a thing of chance `1 - more` happens before it does not. */
const times = (random: () => number, more: number) => Math.floor(Math.log(1 - random()) / Math.log(more));

/** Months of the last years, most of them recent; half of the numbers with one report; a dozen categories. */
export function randomRecord(random: () => number): number {
  const last = Math.max(72, 202 - times(random, 0.955));
  const span = Math.min(last, times(random, 0.8));
  const count = Math.min(7, times(random, 0.5));
  const status = random() < 0.92 ? 0 : 1 + Math.floor(random() * 3);
  return pack(Math.min(11, times(random, 0.7)), last, span, count, status);
}

/** Exactly `count` numbers with their records. */
export function generate(count: number, seed = 1): Entries {
  const random = randomFrom(seed);
  // Some come twice: more are drawn, and what is too many is left out evenly.
  const drawn = new Float64Array(Math.ceil(count * 1.06) + 50);
  for (let i = 0; i < drawn.length; i++) drawn[i] = randomKey(random);
  drawn.sort();
  let distinct = 0;
  for (let i = 0; i < drawn.length; i++)
    if (i === 0 || drawn[i] !== drawn[i - 1]) drawn[distinct++] = drawn[i] ?? 0;
  const keys = new Float64Array(count);
  let kept = 0;
  for (let i = 0; i < distinct; i++) {
    if (random() * (distinct - i) < count - kept) keys[kept++] = drawn[i] ?? 0;
  }
  if (kept < count) throw new RangeError(`only ${kept} of ${count} numbers are distinct`);
  const records = new Uint32Array(count);
  for (let i = 0; i < count; i++) records[i] = randomRecord(random);
  return { keys, records };
}

/** A day of changes: 500 numbers that come, 300 records that change, 200 numbers that go (or fewer of a short list). */
export function dayOf(entries: Entries, count = 1000, seed = 2): Changes {
  const random = randomFrom(seed);
  const changed = new Map<number, number>();
  const known = () => entries.keys[Math.floor(random() * entries.keys.length)] ?? 0;
  while (changed.size < count * 0.5) changed.set(randomKey(random), randomRecord(random));
  while (changed.size < count * 0.8) changed.set(known(), randomRecord(random));
  while (changed.size < count) changed.set(known(), GONE);
  const keys = Float64Array.from(changed.keys()).sort();
  return { keys, records: Uint32Array.from(keys, (key) => changed.get(key) ?? GONE) };
}

/** Keys to look up: every other one is in the list. */
export function questions(entries: Entries, count: number, seed: number): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, i) =>
    i % 2 === 0 ? (entries.keys[Math.floor(random() * entries.keys.length)] ?? 0) : randomKey(random),
  );
}
