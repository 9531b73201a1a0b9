/** Edits of the phrase pack: phrases of its concepts come, go and change. Weights come from training alone. Pure. */
import { PackError, parsePhrasePack, type PhrasePack } from '../../phrasing/pack-schema';
import { brokenBy, type Broken } from './guard';

/** Why an edit is refused. `what`: the text that the pack would no longer judge right. */
export type PackProblem = { readonly problem: 'words' | 'twice' | 'last' | 'pack' } | Broken;
export type PackResult = { readonly pack: PhrasePack } | PackProblem;

/** Words as a pattern takes them: signs of the pattern language would make other patterns of them. */
const WORDS = /^[\p{L}\p{M}\p{N} ]{2,200}$/u;

const tidy = (phrase: string) => phrase.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');

const patternsOf = (pack: PhrasePack, conceptId: string): readonly string[] =>
  pack.concepts.find(({ id }) => id === conceptId)?.patterns ?? [];

/** The pack with other phrases for a concept, one version on. */
function withPatterns(pack: PhrasePack, conceptId: string, patterns: readonly string[]): unknown {
  const concepts = pack.concepts.map((one) => (one.id === conceptId ? { ...one, patterns } : one));
  return { ...pack, version: pack.version + 1, concepts };
}

/** The pack with one more phrase for a concept. */
export function addPhrase(pack: PhrasePack, conceptId: string, phrase: string): PackResult {
  const words = tidy(phrase);
  if (!WORDS.test(words)) return { problem: 'words' };
  const patterns = patternsOf(pack, conceptId);
  if (patterns.length === 0 || patterns.includes(words)) return { problem: 'twice' };
  const weighed = { ...pack, judge: withMovedHints(pack, conceptId, patterns.length, 1) };
  return checked(pack, withPatterns(weighed, conceptId, [...patterns, words]));
}

/** The pack without a phrase of a concept, and without what that phrase weighs. */
export function removePhrase(pack: PhrasePack, conceptId: string, phrase: string): PackResult {
  const patterns = patternsOf(pack, conceptId);
  const place = patterns.indexOf(phrase);
  if (place < 0) return { pack };
  if (patterns.length === 1) return { problem: 'last' };
  const weighed = { ...pack, judge: withMovedHints(pack, conceptId, place + 1, -1) };
  return checked(pack, withPatterns(weighed, conceptId, patterns.toSpliced(place, 1)));
}

/** The pack with a phrase in the place of another, which leaves it its weight. */
export function changePhrase(pack: PhrasePack, conceptId: string, from: string, to: string): PackResult {
  const words = tidy(to);
  const patterns = patternsOf(pack, conceptId);
  const place = patterns.indexOf(from);
  if (place < 0 || words === from) return { pack };
  // A phrase with signs of the pattern language may have other ones; compiling tells whether they hold.
  if (WORDS.test(from) ? !WORDS.test(words) : words === '') return { problem: 'words' };
  if (patterns.includes(words)) return { problem: 'twice' };
  return checked(pack, withPatterns(pack, conceptId, patterns.with(place, words)));
}

/** A weight of one pattern: `otp#3`, `!otp#3`. */
const PATTERN_WEIGHT = /^(!?(.+)#)(\d+)$/;

/**
 * The judge whose weights of a concept's patterns from a place on belong to the next or the one before. The hints of a
 * concept are counted on behind its patterns; without this each would weigh what its neighbour was trained to. What
 * stood where the first of them comes to is gone.
 */
function withMovedHints({ judge }: PhrasePack, conceptId: string, from: number, by: 1 | -1) {
  const moved = (table: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(table).flatMap(([name, weight]) => {
        const [, start = '', id, place = ''] = PATTERN_WEIGHT.exec(name) ?? [];
        if (id !== conceptId || Number(place) < Math.min(from, from + by)) return [[name, weight]];
        return Number(place) < from ? [] : [[`${start}${String(Number(place) + by)}`, weight]];
      }),
    );
  return { ...judge, scam: moved(judge.scam), warning: moved(judge.warning) };
}

/** Phrases of a concept that a pack has and another one has not. */
export function addedPhrases(before: PhrasePack, after: PhrasePack, conceptId: string): readonly string[] {
  const known = new Set(patternsOf(before, conceptId));
  return patternsOf(after, conceptId).filter((pattern) => !known.has(pattern));
}

function checked(before: PhrasePack, pack: unknown): PackResult {
  try {
    const parsed = parsePhrasePack(pack);
    return brokenBy(before, parsed) ?? { pack: parsed };
  } catch (error) {
    if (error instanceof PackError) return { problem: 'pack' };
    throw error;
  }
}
