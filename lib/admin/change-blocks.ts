/**
 * The draft in the database: changes lie in blocks by their number. A million of them are some thousand records, and one
 * more edit writes one of these. Pure.
 */
import type { Change } from './reported/change';

/** Of a feed. A million changes give blocks of 250. */
const BLOCKS = 4_096;

/** The block of a number: always the same, and each about as often as the others (FNV-1a). */
export function blockOf(number: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < number.length; at++) hash = Math.imul(hash ^ number.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % BLOCKS;
}

export type Writing = readonly [number: string, change: Change | undefined];

/** What is written, by block. */
export function byBlock(changes: Iterable<Writing>): Map<number, Writing[]> {
  const blocks = new Map<number, Writing[]>();
  for (const writing of changes) {
    const block = blockOf(writing[0]);
    const known = blocks.get(block);
    if (known) known.push(writing);
    else blocks.set(block, [writing]);
  }
  return blocks;
}

/** A block with these written into it; undefined takes a change out. */
export function written(block: readonly Change[], writings: readonly Writing[]): Change[] {
  const changes = new Map(block.map((change) => [change.number, change]));
  for (const [number, change] of writings) {
    if (change) changes.set(number, change);
    else changes.delete(number);
  }
  return [...changes.values()];
}
