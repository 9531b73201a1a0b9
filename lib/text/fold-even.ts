import type { Folded, SourceRange } from './folded';
import { ASCII, UNIT, UNSEEN } from './fold-table';

/** Short texts, nearly all, share this array. */
const KEPT = new Uint8Array(16_384);
const DECODER = new TextDecoder();

/** The folded text of what folds unit by unit to ASCII; undefined for other texts. */
export function foldToAscii(source: string): string | undefined {
  // What the loop reads stands in variables of its own: the engine reads those of a module anew for each unit.
  const ascii = ASCII;
  const length = source.length;
  // In one block: a sum of strings stays a tree, which is slower to read for ever after.
  const bytes = length <= KEPT.length ? KEPT : new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const entry = ascii[source.charCodeAt(index)] ?? UNSEEN;
    if (entry === UNSEEN) return undefined;
    bytes[index] = entry & UNIT;
  }
  return DECODER.decode(bytes.subarray(0, length));
}

/** A folded text of which every unit stands where its source stood. */
export class EvenFold implements Folded {
  /** @param known the folded text; without it the source is one that `foldToAscii` folds, and is folded when asked for */
  constructor(
    readonly source: string,
    private known?: string,
  ) {}

  get even(): true {
    return true;
  }

  get text(): string {
    return (this.known ??= foldToAscii(this.source) ?? '');
  }

  sourceRange(start: number, end: number): SourceRange {
    const { length } = this.source;
    const from = clamp(start, length);
    return { start: from, end: Math.max(from, clamp(end, length)) };
  }
}

/** The offset, but not outside of a text of that length. */
export function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}
