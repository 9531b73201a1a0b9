import { LABELS, readRows, type Row } from '../train/corpus';

/** Messages that training hardly shaped: the dev set, and other hands. */
const FILES = ['messages-dev.jsonl', 'written/u7.jsonl', 'written/u8.jsonl', 'written/u9.jsonl'];

/** Draws `count` messages of each class. The same seed draws the same. */
export function draw(count: number, seed: number): Row[] {
  const rows = FILES.flatMap(readRows);
  const random = generator(seed);
  return LABELS.flatMap((label) => {
    const of = rows.filter((row) => row.label === label);
    return Array.from({ length: Math.min(count, of.length) }, () =>
      of.splice(Math.floor(random() * of.length), 1),
    ).flat();
  });
}

/** Mulberry32: numbers from 0 to below 1. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
