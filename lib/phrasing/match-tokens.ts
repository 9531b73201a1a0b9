/** Where the patterns of a pack stand in the words of a text. */
import type { CompiledPack } from './compile';
import type { Token } from './tokens';
import { childOf, type Trie } from './trie';

/** A concept found at tokens [from, to). */
export interface TokenMatch {
  readonly concept: number;
  readonly pattern: number;
  readonly hint: boolean;
  readonly from: number;
  readonly to: number;
}

/** More than this many places of one pattern tell nothing new. */
const MAX_PLACES = 4;
/** Places of a step that are kept to go on from: later ones push earlier ones out. */
const KEPT = 4;
interface Reached {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the concepts of a pack. From each token the trie is walked a bounded number of words; patterns with gaps go on
 * from the last few places of their previous step. `usesMarks`: the text is written with tone marks.
 */
export function matchTokens(tokens: readonly Token[], usesMarks: boolean, pack: CompiledPack): TokenMatch[] {
  const { trie } = pack;
  const matches: TokenMatch[] = [];
  const places = new Map<number, number>();
  const reached = new Map<number, Reached[]>();
  const reach = (step: number, from: number, to: number): void => {
    const previous = trie.previous[step] ?? -1;
    let start = from;
    if (previous >= 0) {
      const gap = trie.gap[step] ?? 0;
      const before = reached.get(previous);
      const base = before?.findLast((place) => place.to <= from && from - place.to <= gap);
      if (!base || tokens[base.from]?.sentence !== tokens[from]?.sentence) return;
      start = base.from;
    }
    const concept = trie.concept[step] ?? -1;
    if (concept >= 0) {
      const count = places.get(step) ?? 0;
      // Negations are needed at every place; there is at most one a token.
      if (concept < pack.negator && count >= MAX_PLACES) return;
      places.set(step, count + 1);
      const pattern = trie.pattern[step] ?? 0;
      matches.push({ concept, pattern, hint: trie.hint[step] === 1, from: start, to });
      return;
    }
    const kept = reached.get(step);
    if (!kept) reached.set(step, [{ from: start, to }]);
    else {
      if (kept.length === KEPT) kept.shift();
      kept.push({ from: start, to });
    }
  };
  const led = tokens.map((token) => leading(token, trie));
  const hit = (end: number, from: number, to: number): void => {
    const last = trie.stepsOf[end + 1] ?? 0;
    for (let at = trie.stepsOf[end] ?? 0; at < last; at++) reach(trie.waiting[at] ?? 0, from, to);
  };
  for (let from = 0; from < tokens.length; from++) walk(tokens, led, from, usesMarks, trie, hit);
  return matches;
}

/** The words of a trie that a token is read as, by their numbers. */
function leading(token: Token, { words }: Trie): readonly number[] {
  const read = [
    token.word === '' ? undefined : words.get(token.word),
    token.shape === undefined ? undefined : words.get(`#${token.shape}`),
    // An address with an odd ending is an address too.
    token.shape === 'oddlink' ? words.get('#link') : undefined,
  ];
  return read.filter((word) => word !== undefined);
}

/** Calls `hit` for each phrase of the trie that begins at a token and stays in its sentence. */
function walk(
  tokens: readonly Token[],
  led: readonly (readonly number[])[],
  from: number,
  usesMarks: boolean,
  trie: Trie,
  hit: (end: number, from: number, to: number) => void,
): void {
  let nodes: number[] = [0];
  const sentence = tokens[from]?.sentence;
  for (let at = from; at < tokens.length && nodes.length > 0; at++) {
    if (tokens[at]?.sentence !== sentence) return;
    const next: number[] = [];
    for (const node of nodes) {
      for (const word of led[at] ?? []) {
        const child = childOf(trie, node, word);
        if (child >= 0) next.push(child);
      }
    }
    for (const node of next) {
      const last = trie.ends[node + 1] ?? 0;
      for (let end = trie.ends[node] ?? 0; end < last; end++)
        if (agrees(tokens, from, trie, end, usesMarks)) hit(end, from, at + 1);
    }
    nodes = next;
  }
}

/** Whether the marks of the text are those of the phrase: a plain word of a phrase is not found in a marked one. */
function agrees(
  tokens: readonly Token[],
  from: number,
  trie: Trie,
  end: number,
  usesMarks: boolean,
): boolean {
  const first = trie.marksOf[end] ?? 0;
  const last = trie.marksOf[end + 1] ?? 0;
  for (let at = first; at < last; at++) {
    const token = tokens[from + at - first];
    if (token === undefined || token.loose) continue;
    const form = trie.marks[at] ?? 0;
    if (
      token.marked === undefined ? form !== 0 && usesMarks : form === 0 || token.marked !== trie.forms[form]
    )
      return false;
  }
  return true;
}
