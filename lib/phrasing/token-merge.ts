import type { SourceRange } from '../text/folded';
import type { CompiledPack } from './compile';
import { readSpaced } from './disguise';
import type { Token } from './tokens';
import { unitShape, type Shape } from './token-shapes';

/** Account numbers of Vietnamese banks have 8 to 19 figures; fewer than 9 are too common as other numbers. */
const MIN_ACCOUNT = 9;
const MAX_ACCOUNT = 20;
const MAX_SPACED = 40;
/** Fewer letters that stand alone are initials and lists. */
const MIN_SPACED = 3;
const MAX_SHORT_CODE = 4;
/** «nghiêng» has the most letters of a syllable. */
const MAX_SYLLABLE = 7;

/**
 * Puts tokens together that are one thing: the figures of a phone number, a number and its unit (`20 triệu`),
 * the groups of an account number, letters that stand one by one. One pass over the tokens.
 */
export function mergeNumbers(
  tokens: readonly Token[],
  phones: readonly SourceRange[],
  pack: CompiledPack,
): Token[] {
  const out: Token[] = [];
  let phone = 0;
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined) break;
    while (phone < phones.length && (phones[phone]?.end ?? 0) <= token.start) phone++;
    const place = phones[phone];
    if (place && token.end > place.start) {
      let end = index + 1;
      while (end < tokens.length && (tokens[end]?.start ?? place.end) < place.end) end++;
      // Short codes such as 113 are known to everybody: to name one is not to give a number.
      const shape = place.end - place.start > MAX_SHORT_CODE ? 'phone' : 'number';
      out.push({ ...token, word: '', marked: undefined, shape, start: place.start, end: place.end });
      index = end;
      continue;
    }
    index = mergeAt(tokens, index, place?.start ?? Infinity, pack, out);
  }
  return out;
}

/** Handles the token at `index`, gives the index to go on with. `limit`: where the next phone number begins. */
function mergeAt(
  tokens: readonly Token[],
  index: number,
  limit: number,
  pack: CompiledPack,
  out: Token[],
): number {
  const token = tokens[index];
  if (token === undefined) return index + 1;
  if (token.shape === 'number') {
    let end = index + 1;
    let figures = digits(token.word);
    while (end < tokens.length && figures < MAX_ACCOUNT) {
      const next = tokens[end];
      if (next?.shape !== 'number' || next.sentence !== token.sentence || next.end > limit) break;
      if (next.word.length < 2 || next.start - (tokens[end - 1]?.end ?? 0) > 2) break;
      figures += digits(next.word);
      end++;
    }
    if (figures >= MIN_ACCOUNT && figures <= MAX_ACCOUNT) {
      out.push(joined(tokens, index, end, 'account'));
      return end;
    }
  }
  const next = tokens[index + 1];
  const shape =
    next && next.sentence === token.sentence && next.end <= limit && !token.loose
      ? unitShape(token.word, token.shape === 'number' || token.shape === 'money', next.word)
      : undefined;
  if (shape !== undefined && next && (shape === 'duration' || next.marked !== 'ti')) {
    out.push(joined(tokens, index, index + 2, shape));
    return index + 2;
  }
  if (isLetter(token)) {
    let end = index + 1;
    while (
      end < tokens.length &&
      end - index < MAX_SPACED &&
      isLetter(tokens[end]) &&
      tokens[end]?.sentence === token.sentence
    )
      end++;
    if (end - index >= MIN_SPACED) {
      const letters = tokens
        .slice(index, end)
        .map((one) => one.spelt ?? one.word)
        .join('');
      // A word that the pack does not know is one word all the same.
      const read =
        readSpaced(letters, pack.vocabulary) ??
        (letters.length > MIN_SPACED && letters.length <= MAX_SYLLABLE ? [letters] : undefined);
      if (read) {
        let at = index;
        for (const word of read) {
          out.push({ ...joined(tokens, at, at + word.length, undefined), word, loose: true });
          at += word.length;
        }
        return end;
      }
    }
  }
  out.push(token);
  return index + 1;
}

function joined(tokens: readonly Token[], from: number, to: number, shape: Shape | undefined): Token {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) throw new RangeError('tokens to join');
  return {
    word: '',
    marked: undefined,
    loose: true,
    shape,
    start: first.start,
    end: last.end,
    sentence: first.sentence,
  };
}

function isLetter(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.shape === undefined &&
    token.end - token.start <= 3 &&
    /^[a-z]$/.test(token.spelt ?? token.word)
  );
}

function digits(word: string): number {
  return word.replace(/\D/g, '').length;
}
