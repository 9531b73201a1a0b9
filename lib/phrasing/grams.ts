import { KEY_BITS } from './gram-keys';
import type { Token } from './tokens';

/** Words that stand in a row, up to so many, are one feature. */
const ORDERS = 3;
/** A sentence without an end is cut after so many words. */
const MAX_SEGMENT = 40;

/** A sentence, or a piece of a long one: tokens [from, to). */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

/** The sentences of a text. O(tokens). */
export function segmentsOf(tokens: readonly Token[]): TokenSpan[] {
  const spans: TokenSpan[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && tokens[at]?.sentence === tokens[from]?.sentence && at - from < MAX_SEGMENT)
      continue;
    spans.push({ from, to: at });
    from = at;
  }
  return tokens.length === 0 ? [] : spans;
}

/**
 * The keys of the features of a segment: runs of one to three words, each hashed to KEY_BITS bits and counted once;
 * figures, sums, addresses stand for themselves by their shape. `leaveOut` tells tokens to pass over; no run reaches
 * over one. O(tokens).
 */
export function gramKeys(
  tokens: readonly Token[],
  { from, to }: TokenSpan,
  leaveOut?: (index: number) => boolean,
): Set<number> {
  const keys = new Set<number>();
  let before: number[] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined || leaveOut?.(at)) {
      before = [];
      continue;
    }
    const word = hashOf(token.shape === undefined ? token.word : `<${token.shape}>`);
    // Hashes of the runs that end here, the longest last.
    const now = [word];
    for (const run of before.slice(0, ORDERS - 1)) now.push(joined(run, word));
    for (const run of now) keys.add(Math.imul(run ^ (run >>> 15), 0x2c1b3c6d) >>> (32 - KEY_BITS));
    before = now;
  }
  return keys;
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

function joined(run: number, word: number): number {
  const mixed = Math.imul(run ^ (run >>> 13), 0x5bd1e995) ^ word;
  return Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
}
