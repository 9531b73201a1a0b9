import type { Folded } from '../text/folded';
import type { SourceRange } from '../text/folded';
import type { CompiledPack, CompiledStep, PhraseEnd, TrieNode } from './compile';
import { sumGrams, type GramSums } from './gram-model';
import { gramKeys, type TokenSpan } from './grams';
import { markNegated } from './negation';
import type { ConceptKind } from './pack-schema';
import type { Phrase } from './pattern';
import { readTokens } from './read-tokens';
import type { Token } from './tokens';

/** One place where a concept was found. Offsets are UTF-16 units of the source. */
export interface PhraseMatch {
  readonly concept: string;
  /** Index of the pattern in its concept; hints are counted on behind the patterns. */
  readonly pattern: number;
  /** True where the words are too loose to be shown to people. */
  readonly hint: boolean;
  readonly kind: ConceptKind;
  readonly start: number;
  readonly end: number;
  /** True where a negation reaches it: 'không yêu cầu chuyển tiền'. */
  readonly negated: boolean;
  /** True where it stands in quotation marks, and other words stand outside of them. */
  readonly inMarks: boolean;
  /** Index of the segment in which it begins. */
  readonly segment: number;
}

/** A sentence, or a piece of a long one. */
export interface Segment {
  readonly words: number;
  /** Words in quotation marks. */
  readonly wordsInMarks: number;
  /** What the model of word runs says of the words outside of quotation marks, and of all words. */
  readonly own: GramSums;
  readonly all: GramSums;
}

/** What one pass over a text gives. Matches are in text order. */
export interface PhrasesInText {
  readonly matches: readonly PhraseMatch[];
  readonly words: number;
  readonly segments: readonly Segment[];
}

/** A concept found at tokens [from, to). */
export interface TokenMatch {
  readonly concept: number;
  readonly pattern: number;
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
 * Finds the concepts of a phrase pack. `phones` are the places of the numbers in the text, in order (source
 * offsets). From each token the trie is walked a bounded number of words; patterns with gaps go on from the last
 * few places of their previous step. So time is linear in the text for a given pack, whatever the text.
 */
export function findPhrases(
  folded: Folded,
  phones: readonly SourceRange[],
  pack: CompiledPack,
): PhrasesInText {
  const { tokens, usesMarks, inMarks, spans } = readTokens(folded, phones, pack);
  const segmentOf = new Uint32Array(tokens.length);
  spans.forEach(({ from, to }, index) => segmentOf.fill(index, from, to));
  const found = matchTokens(tokens, usesMarks, pack);
  const negated = markNegated(found, tokens, pack);
  const matches: PhraseMatch[] = [];
  found.forEach((match, index) => {
    const concept = pack.concepts[match.concept];
    const first = tokens[match.from];
    const last = tokens[match.to - 1];
    if (concept && first && last)
      matches.push({
        concept: concept.id,
        pattern: match.pattern,
        hint: match.pattern >= concept.patterns.length,
        kind: concept.kind,
        start: first.start,
        end: last.end,
        negated: negated[index] ?? false,
        inMarks: inMarks?.[match.from] === 1,
        segment: segmentOf[match.from] ?? 0,
      });
  });
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    matches,
    words: tokens.length,
    segments: spans.map((span) => segment(tokens, span, inMarks, pack)),
  };
}

function segment(
  tokens: readonly Token[],
  span: TokenSpan,
  inMarks: Uint8Array | undefined,
  { grams }: CompiledPack,
): Segment {
  const words = span.to - span.from;
  const sums = (leaveOut?: (index: number) => boolean) =>
    sumGrams(grams, grams ? gramKeys(tokens, span, leaveOut) : new Set());
  const all = sums();
  let wordsInMarks = 0;
  for (let at = span.from; at < span.to; at++) wordsInMarks += inMarks?.[at] ?? 0;
  const own = wordsInMarks === 0 ? all : sums((index) => inMarks?.[index] === 1);
  return { words, wordsInMarks, own, all };
}

function matchTokens(tokens: readonly Token[], usesMarks: boolean, pack: CompiledPack): TokenMatch[] {
  const matches: TokenMatch[] = [];
  const places = new Map<number, number>();
  const reached = new Map<number, Reached[]>();
  const reach = (step: CompiledStep, from: number, to: number): void => {
    let start = from;
    if (step.previous) {
      const before = reached.get(step.previous.id);
      const base = before?.findLast((place) => place.to <= from && from - place.to <= step.gap);
      if (!base || tokens[base.from]?.sentence !== tokens[from]?.sentence) return;
      start = base.from;
    }
    if (step.concept >= 0) {
      const count = places.get(step.id) ?? 0;
      // Negations are needed at every place; there is at most one a token.
      if (step.concept < pack.negator && count >= MAX_PLACES) return;
      places.set(step.id, count + 1);
      matches.push({ concept: step.concept, pattern: step.pattern, from: start, to });
      return;
    }
    const kept = reached.get(step.id);
    if (!kept) reached.set(step.id, [{ from: start, to }]);
    else {
      if (kept.length === KEPT) kept.shift();
      kept.push({ from: start, to });
    }
  };
  for (let from = 0; from < tokens.length; from++)
    walk(tokens, from, usesMarks, pack.root, (end, to) => {
      for (const step of end.steps) reach(step, from, to);
    });
  return matches;
}

/** Calls `hit` for each phrase of the trie that begins at a token and stays in its sentence. */
function walk(
  tokens: readonly Token[],
  from: number,
  usesMarks: boolean,
  root: TrieNode,
  hit: (end: PhraseEnd, to: number) => void,
): void {
  let nodes: TrieNode[] = [root];
  const sentence = tokens[from]?.sentence;
  for (let at = from; at < tokens.length && nodes.length > 0; at++) {
    const token = tokens[at];
    if (token?.sentence !== sentence || token === undefined) return;
    const next: TrieNode[] = [];
    for (const node of nodes) {
      const edges = node.next;
      if (edges === undefined) continue;
      const word = token.word === '' ? undefined : edges.get(token.word);
      if (word) next.push(word);
      const shape = token.shape === undefined ? undefined : edges.get(`#${token.shape}`);
      if (shape) next.push(shape);
      // An address with an odd ending is an address too.
      const link = token.shape === 'oddlink' ? edges.get('#link') : undefined;
      if (link) next.push(link);
    }
    for (const node of next)
      for (const end of node.ends) if (agrees(tokens, from, end.phrase, usesMarks)) hit(end, at + 1);
    nodes = next;
  }
}

/** Whether the marks of the text are those of the phrase: a plain word of a phrase is not found in a marked one. */
function agrees(tokens: readonly Token[], from: number, phrase: Phrase, usesMarks: boolean): boolean {
  for (let index = 0; index < phrase.length; index++) {
    const form = phrase[index]?.marked;
    const token = tokens[from + index];
    if (token === undefined || token.loose) continue;
    if (token.marked === undefined ? form !== undefined && usesMarks : token.marked !== form) return false;
  }
  return true;
}
