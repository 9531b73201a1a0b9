import type { PhrasesInText } from '../phrasing/find-phrases';

/** A piece is about as long as a long message, in UTF-16 units; the next begins in its middle. */
const PIECE = 500;
const STEP = PIECE / 2;

/**
 * The pieces of a long text, so that a scam between much harmless text is judged as if it stood alone: the matches
 * that lie in each, and its share of the words. None for a text that is no longer than a piece. Linear: a match lies
 * in two pieces at most.
 */
export function piecesOf({ matches, words }: PhrasesInText, offset: number, length: number): PhrasesInText[] {
  if (length <= PIECE) return [];
  const pieces = new Map<number, PhrasesInText['matches'][number][]>();
  for (const match of matches) {
    const last = Math.floor((match.start - offset) / STEP);
    for (const at of [last - 1, last]) {
      if (at < 0 || match.end > offset + at * STEP + PIECE) continue;
      const piece = pieces.get(at);
      if (piece) piece.push(match);
      else pieces.set(at, [match]);
    }
  }
  const share = Math.ceil((words * PIECE) / length);
  return [...pieces.values()].map((inside) => ({ matches: inside, words: share }));
}
