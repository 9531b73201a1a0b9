import type { Folded } from '../text/folded';
import type { SourceRange } from '../text/folded';
import type { CompiledPack } from './compile';
import { readDisguised } from './disguise';
import { isForeign, markedForm, oneSpelling } from './syllable';
import { runsOf } from './runs';
import { mergeNumbers } from './token-merge';
import { mended } from './mend';
import { linkShape, numberShape, type Shape } from './token-shapes';

/** One word of a text as patterns read it. */
export interface Token {
  /** Folded word; short spellings and disguises are read. */
  readonly word: string;
  /** The folded letters as written, where `word` is read from a short spelling: `ng` of «người», or of a broken word. */
  readonly spelt?: string | undefined;
  /** The word with its marks in one spelling; undefined where the writer set none. */
  readonly marked: string | undefined;
  /** True where `word` is our reading of a short or disguised spelling: marks are not asked for. */
  readonly loose: boolean;
  readonly shape: Shape | undefined;
  /** UTF-16 offsets of the source. */
  readonly start: number;
  readonly end: number;
  /** Number of the sentence; patterns do not reach over its end. */
  readonly sentence: number;
}

export interface TokenText {
  readonly tokens: readonly Token[];
  /** Share of words that carry marks: tells whether the writer uses them. */
  readonly markedShare: number;
}

/** Longer runs without a blank are no words and no addresses that people read. */
const MAX_RUN = 300;
const PIECE = /\d+(?:[.,]\d+)*[a-z]{0,6}\d{0,3}|[a-z][a-z0-9]*/g;
/** Ways to hide the dot of an address: vcb(.)top, vcb[cham]top, vcb-xacthuc . top. */
const HIDDEN_DOT = /[([{](?:\.|cham|dot)[)\]}]| \. /g;
/** Characters of no width say nothing about marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const SENTENCE_END = /[.!?;\u2026]["')\]]*$/;

/**
 * Cuts a folded text into tokens. `phones` are the places of numbers, in order, as source offsets: each becomes
 * one token. Linear in the length of the text.
 */
export function tokenise(folded: Folded, phones: readonly SourceRange[], pack: CompiledPack): TokenText {
  const tokens: Token[] = [];
  let sentence = 0;
  let runEnd = 0;
  const isAddress = (run: string) => linkShape(run, pack.oddEndings, pack.plainEndings) !== undefined;
  for (const { text: run, at } of runsOf(folded.text, isAddress)) {
    if (at > runEnd && breaksLine(folded, runEnd, at)) sentence++;
    runEnd = at + run.length;
    readRun(run, at, sentence, folded, pack, tokens);
    if (SENTENCE_END.test(run.slice(-4))) sentence++;
  }
  const numbered = mergeNumbers(tokens, phones, pack);
  const whole = mended(numbered, pack.vocabulary);
  // A unit that was broken, `tri ệu`, makes a sum of the number before it.
  const merged = whole.length === numbered.length ? whole : mergeNumbers(whole, phones, pack);
  let words = 0;
  let marked = 0;
  for (const token of merged) {
    if (token.shape !== undefined) continue;
    words++;
    if (token.marked !== undefined) marked++;
  }
  return { tokens: merged, markedShare: words === 0 ? 0 : marked / words };
}

/** A line break ends a sentence unless the next line goes on in small letters, as wrapped mails do. */
function breaksLine(folded: Folded, from: number, to: number): boolean {
  const gap = folded.text.slice(from, Math.min(to, from + 8));
  const first = gap.indexOf('\n');
  if (first < 0) return false;
  if (gap.includes('\n', first + 1)) return true;
  const place = folded.sourceRange(to, to + 1);
  const letter = folded.source.slice(place.start, place.end);
  return letter === letter.toUpperCase() || letter.toLowerCase() === letter.toUpperCase();
}

function readRun(
  run: string,
  at: number,
  sentence: number,
  folded: Folded,
  pack: CompiledPack,
  out: Token[],
): void {
  const token = (word: string, from: number, to: number, shape: Shape | undefined, loose: boolean): Token => {
    const place = folded.sourceRange(at + from, at + to);
    const alias = loose ? undefined : pack.aliases.get(word);
    // "k" after a figure is a thousand, never "không".
    const short = alias !== undefined && out.at(-1)?.shape !== 'number';
    const written = folded.source.slice(place.start, place.end).replace(INVISIBLE, '');
    const read = loose || short || isForeign(written);
    return {
      word: short ? alias : oneSpelling(word),
      spelt: short ? word : undefined,
      marked: read || shape !== undefined ? undefined : markedForm(written),
      loose: read,
      shape,
      start: place.start,
      end: place.end,
      sentence,
    };
  };
  if (run.length <= MAX_RUN) {
    const lead = /^[^a-z0-9]*/.exec(run)?.[0].length ?? 0;
    const body = run.slice(lead).replace(/[^a-z0-9/]+$/, '');
    const address = body.replace(HIDDEN_DOT, '.');
    const shape = address.includes('.') ? linkShape(address, pack.oddEndings, pack.plainEndings) : undefined;
    if (shape !== undefined) {
      out.push(token('', lead, lead + body.length, shape, false));
      return;
    }
    const plain = readDisguised(body, pack.vocabulary);
    if (plain !== undefined) {
      out.push(token(plain, lead, lead + body.length, undefined, true));
      return;
    }
  }
  for (const piece of run.matchAll(PIECE)) {
    const word = piece[0];
    const shape = numberShape(word);
    out.push(token(word, piece.index, piece.index + word.length, shape, false));
  }
}
