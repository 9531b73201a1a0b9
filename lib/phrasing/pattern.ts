import { PackError } from './pack-schema';
import { markedForm, oneSpelling, plainForm } from './syllable';
import { SHAPES } from './token-shapes';

/**
 * One word of a phrase: the edge it takes in the trie, and the marks that the source must agree with. A word written
 * plain in a pattern is plain: it is not found in a source word that carries marks.
 */
export interface PhraseWord {
  readonly edge: string;
  readonly marked: string | undefined;
}
export type Phrase = readonly PhraseWord[];

/** Alternatives that may stand at one place, at most `gap` tokens after the step before. */
export interface Step {
  readonly gap: number;
  readonly phrases: readonly Phrase[];
}

/** What a pattern may refer to. */
export interface PatternContext {
  readonly groups: ReadonlyMap<string, readonly Phrase[]>;
  /** Reads one word; undefined where it is no word. */
  readonly words: (word: string) => PhraseWord | undefined;
}

/** Reads words of patterns, each once; short spellings are read as what they stand for. */
export function wordReader(aliases: Readonly<Record<string, string>>): PatternContext['words'] {
  const long = new Map(Object.entries(aliases).map(([short, word]) => [plainForm(short), word]));
  const known = new Map<string, PhraseWord | undefined>();
  const read = (word: string): PhraseWord | undefined => {
    if (word.startsWith('#'))
      return SHAPE_NAMES.has(word.slice(1)) ? { edge: word, marked: undefined } : undefined;
    const meant = long.get(plainForm(word)) ?? word;
    const plain = plainForm(meant);
    // An alias may stand for two syllables; they are one token then.
    return /^[a-z0-9 ]+$/.test(plain) ? { edge: oneSpelling(plain), marked: markedForm(meant) } : undefined;
  };
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const now = read(word);
    known.set(word, now);
    return now;
  };
}

const MAX_PHRASES = 400;
const SPLIT_AT = 12;
const MAX_WORDS = 10;
const MAX_STEPS = 12;
const MAX_GAP = 12;
const SHAPE_NAMES: ReadonlySet<string> = new Set(SHAPES);
const ITEM = /\.\.(\d+)|@([a-z0-9-]+)|\(([^()]*)\)|\[([^[\]]*)\]|(\S+)/gy;

/**
 * Reads one pattern. Words stand one after another; `a|b` and `(a b|c)` are alternatives, `[a|b]` may be absent,
 * `@name` is a group, `#money` a shape, `..3` lets up to three tokens stand between. Throws PackError
 * ERR_PACK_PATTERN where it is malformed or grows too large.
 */
export function parsePattern(source: string, context: PatternContext, splitAt = SPLIT_AT): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  let open: Phrase[] = [[]];
  const close = () => {
    const phrases = open.filter((phrase) => phrase.length > 0);
    if (phrases.length > 0) {
      if (phrases.length !== open.length) throw bad(source, 'a step of the pattern may be empty');
      steps.push({ gap, phrases });
      gap = 0;
    }
    open = [[]];
  };
  for (const item of items(source)) {
    const [, gapText, group, choice, optional, word] = item;
    if (gapText !== undefined) {
      close();
      gap = Number(gapText);
      if (gap > MAX_GAP || steps.length === 0) throw bad(source, 'gap');
    } else if (group !== undefined) {
      close();
      const phrases = context.groups.get(group);
      if (!phrases) throw bad(source, `no group ${group}`);
      steps.push({ gap, phrases });
      gap = 0;
    } else {
      const given = choice ?? optional ?? word ?? '';
      const parts = given.split('|').map((part) => words(part, context, source));
      if (optional !== undefined) parts.push([]);
      // Two long lists side by side: as two steps without a gap they stay small.
      if (open.length * parts.length > splitAt && whole(open) && whole(parts)) close();
      open = isFresh(open) ? parts : open.flatMap((head) => parts.map((part) => head.concat(part)));
      if (open.length > MAX_PHRASES) throw bad(source, 'too many alternatives');
    }
  }
  close();
  if (steps.length === 0 || steps.length > MAX_STEPS || gap > 0) throw bad(source, 'empty');
  for (const step of steps)
    if (step.phrases.some((phrase) => phrase.length > MAX_WORDS)) throw bad(source, 'too long');
  return steps;
}

/** Reads one entry of a group: a pattern of a single step. */
export function parsePhrases(source: string, context: PatternContext): readonly Phrase[] {
  const [step, ...more] = parsePattern(source, context, Infinity);
  if (!step || more.length > 0) throw bad(source, 'an entry of a group has one step');
  return step.phrases;
}

/** Whether nothing stands before: then the alternatives are the beginnings themselves. */
function isFresh(open: readonly Phrase[]): boolean {
  return open.length === 1 && open[0]?.length === 0;
}

function whole(phrases: readonly Phrase[]): boolean {
  return phrases.every((phrase) => phrase.length > 0);
}

function items(source: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let at = 0;
  while (at < source.length) {
    if (source[at] === ' ') {
      at++;
      continue;
    }
    ITEM.lastIndex = at;
    const item = ITEM.exec(source);
    if (!item) throw bad(source, `at ${String(at)}`);
    found.push(item);
    at = ITEM.lastIndex;
  }
  return found;
}

function words(part: string, context: PatternContext, source: string): Phrase {
  return part
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const read = context.words(word);
      if (!read) throw bad(source, `word ${word}`);
      return read;
    });
}

function bad(source: string, why: string): PackError {
  return new PackError('ERR_PACK_PATTERN', `${why}: ${source}`);
}
