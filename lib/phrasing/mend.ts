import { oneSpelling } from './syllable';
import type { Token } from './tokens';

/** Shorter words are too easily made of others. */
const MIN_MISSPELT = 4;
const MAX_MISSPELT = 12;
/** From this share of words on that make one word with the next, a text was broken on purpose. */
const OFTEN = 0.08;
const MIN_JOINS = 3;
/** The shorter part of a broken word: the longest words have six letters or seven. */
const MAX_PART = 3;

/**
 * Reads words that were broken in two (`chuy en ti en`) or misspelt (`chuyne`, `tieenf`): only where a word is not one
 * of the vocabulary and what it is read as is. Linear.
 */
export function mended(tokens: readonly Token[], vocabulary: ReadonlySet<string>): Token[] {
  const out: Token[] = [];
  const often = joins(tokens, vocabulary) >= Math.max(MIN_JOINS, tokens.length * OFTEN);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const next = tokens[at + 1];
    if (next && makesWord(token, next, vocabulary) && (often || !areWords(token, next, vocabulary))) {
      const word = joined(token, next);
      out.push({ ...token, word, spelt: undefined, marked: undefined, loose: true, end: next.end });
      at++;
      continue;
    }
    const word = isWord(token) && !vocabulary.has(token.word) ? respelt(token.word, vocabulary) : undefined;
    out.push(word === undefined ? token : { ...token, word, marked: undefined, loose: true });
  }
  return out;
}

/** How many neighbours make one word together. */
function joins(tokens: readonly Token[], vocabulary: ReadonlySet<string>): number {
  let count = 0;
  for (let at = 0; at + 1 < tokens.length; at++) {
    const [one, other] = [tokens[at], tokens[at + 1]];
    if (!one || !other || !makesWord(one, other, vocabulary)) continue;
    count++;
    at++;
  }
  return count;
}

function makesWord(one: Token, other: Token, vocabulary: ReadonlySet<string>): boolean {
  return (
    isWord(one) &&
    isWord(other) &&
    one.sentence === other.sentence &&
    other.start - one.end <= 1 &&
    Math.min(letters(one).length, letters(other).length) <= MAX_PART &&
    vocabulary.has(joined(one, other))
  );
}

function areWords(one: Token, other: Token, vocabulary: ReadonlySet<string>): boolean {
  return vocabulary.has(one.word) && vocabulary.has(other.word);
}

/** What is written: a part of a broken word is no short spelling. */
function letters({ spelt, word }: Token): string {
  return spelt ?? word;
}

function joined(one: Token, other: Token): string {
  return oneSpelling(letters(one) + letters(other));
}

function isWord({ shape, word }: Token): boolean {
  return shape === undefined && word !== '';
}

/** A word of the vocabulary that two neighbouring letters were swapped in, or one letter added to. */
function respelt(word: string, vocabulary: ReadonlySet<string>): string | undefined {
  if (word.length < MIN_MISSPELT || word.length > MAX_MISSPELT) return undefined;
  for (let at = 0; at + 1 < word.length; at++) {
    const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    if (vocabulary.has(swapped)) return swapped;
  }
  for (let at = word.length - 1; at > 0; at--) {
    const shorter = word.slice(0, at) + word.slice(at + 1);
    if (shorter.length >= 3 && vocabulary.has(shorter)) return shorter;
  }
  return undefined;
}
