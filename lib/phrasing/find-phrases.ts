import type { Folded } from '../text/folded';
import type { SourceRange } from '../text/folded';
import type { CompiledPack } from './compile';
import { sumGrams, type GramSums } from './gram-model';
import { gramKeys, type TokenSpan } from './grams';
import { matchTokens } from './match-tokens';
import { markNegated } from './negation';
import type { ConceptKind } from './pack-schema';
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

/**
 * Finds the concepts of a phrase pack. `phones` are the places of the numbers in the text, in order (source
 * offsets). Time is linear in the text for a given pack, whatever the text.
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
        hint: match.hint,
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
