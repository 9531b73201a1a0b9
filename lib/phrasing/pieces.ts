import { isDanger } from './features';
import type { PhraseMatch, PhrasesInText } from './find-phrases';

/** A piece holds whole sentences, at most about as many words as a long message. */
const PIECE_WORDS = 60;
/** A text of fewer words is judged as a whole only. */
const MIN_WORDS = 60;

/** A piece of a text, and what stands before it. */
export interface Piece {
  readonly phrases: PhrasesInText;
  /** Index of its first segment in the whole. */
  readonly from: number;
}

/**
 * The pieces of a long text, so that a scam between much harmless text is judged as if it stood alone: from a sentence
 * with a concept of danger to the last such within reach, or to the end of the text where that is; the next begins past
 * the middle of the one before. None for a short text. Linear: a sentence lies in a bounded number of pieces.
 */
export function piecesOf(phrases: PhrasesInText): Piece[] {
  const { segments, words } = phrases;
  if (words < MIN_WORDS) return [];
  const bySegment = segments.map((): PhraseMatch[] => []);
  const speaks = new Uint8Array(segments.length);
  for (const match of phrases.matches) {
    bySegment[match.segment]?.push(match);
    if (isDanger(match)) speaks[match.segment] = 1;
  }
  const pieces: Piece[] = [];
  for (let from = speaks.indexOf(1); from >= 0;) {
    let count = 0;
    let half = from + 1;
    let to = from;
    let at = from;
    for (; at < segments.length && count < PIECE_WORDS; at++) {
      count += segments[at]?.words ?? 0;
      if (count < PIECE_WORDS / 2) half = at + 1;
      if (speaks[at] === 1) to = at + 1;
    }
    if (at === segments.length) to = at;
    const inside = segments.slice(from, to);
    pieces.push({
      from,
      phrases: {
        words: inside.reduce((sum, segment) => sum + segment.words, 0),
        matches: bySegment.slice(from, to).flat(),
        segments: inside,
      },
    });
    from = speaks.indexOf(1, half);
  }
  return pieces;
}
