/** The way from what a client holds to the present state: by deltas or by the base, whichever is fewer bytes. */
import type { ReportedIndex } from '../feed/content-schema';

export interface Plan {
  /** Files of the base, in order; absent where the client goes on from what it holds. */
  readonly base?: readonly string[];
  /** Files of the compact set of the base. */
  readonly numbers?: readonly string[];
  readonly deltas: readonly string[];
}

/** The deltas from one state to the present one; undefined where they do not lead there. */
function chain(index: ReportedIndex, from: string): string[] | undefined {
  const next = new Map(index.deltas.map((delta) => [delta.from, delta]));
  const files: string[] = [];
  for (let state = from; state !== index.state;) {
    const step = next.get(state);
    // A circle would never end.
    if (!step || files.length >= index.deltas.length) return undefined;
    files.push(step.file);
    state = step.to;
  }
  return files;
}

/**
 * The cheapest way to the present state; undefined where none leads there.
 * @param have hash of the state that the client holds
 * @param lengthOf bytes of a file
 */
export function planReported(
  index: ReportedIndex,
  have: string | undefined,
  lengthOf: (file: string) => number,
): Plan | undefined {
  const cost = (files: readonly string[]) => files.reduce((sum, file) => sum + lengthOf(file), 0);
  const own = have === undefined ? undefined : chain(index, have);
  const fromBase = chain(index, index.base.state);
  const { chunks, numbers } = index.base;
  const files = numbers?.files ?? [];
  if (own && (!fromBase || cost(own) <= cost(chunks) + cost(files) + cost(fromBase))) return { deltas: own };
  return fromBase && { base: chunks, numbers: files, deltas: fromBase };
}
