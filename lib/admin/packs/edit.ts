/** Edits of the phrase pack: new words for a concept that is there. Weights come from training alone. Pure. */
import { compilePack } from '../../phrasing/compile';
import { PackError, parsePhrasePack, type PhrasePack } from '../../phrasing/pack-schema';

export type PackResult = { readonly pack: PhrasePack } | { readonly problem: 'words' | 'twice' | 'pack' };

/** Words as a pattern takes them: signs of the pattern language would make other patterns of them. */
const WORDS = /^[\p{L}\p{M}\p{N} ]{2,200}$/u;

/** The pack with one more phrase for a concept, its version one on. */
export function addPhrase(pack: PhrasePack, conceptId: string, phrase: string): PackResult {
  const words = phrase.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
  if (!WORDS.test(words)) return { problem: 'words' };
  const concept = pack.concepts.find(({ id }) => id === conceptId);
  if (!concept || concept.patterns.includes(words)) return { problem: 'twice' };
  const concepts = pack.concepts.map((one) =>
    one === concept ? { ...one, patterns: [...one.patterns, words] } : one,
  );
  const judge = withMovedHints(pack, conceptId, concept.patterns.length, 1);
  return checked({ ...pack, version: pack.version + 1, concepts, judge });
}

/** The pack without a phrase that the draft added. */
export function removePhrase(pack: PhrasePack, conceptId: string, phrase: string): PackResult {
  const place = pack.concepts.find(({ id }) => id === conceptId)?.patterns.indexOf(phrase) ?? -1;
  if (place < 0) return { pack };
  const concepts = pack.concepts.map((one) =>
    one.id === conceptId ? { ...one, patterns: one.patterns.toSpliced(place, 1) } : one,
  );
  return checked({ ...pack, concepts, judge: withMovedHints(pack, conceptId, place + 1, -1) });
}

/** A weight of one pattern: `otp#3`, `!otp#3`. */
const PATTERN_WEIGHT = /^(!?(.+)#)(\d+)$/;

/**
 * The judge whose weights of a concept's patterns from a place on belong to the next or the one before. The hints of a
 * concept are counted on behind its patterns; without this each would weigh what its neighbour was trained to.
 */
function withMovedHints({ judge }: PhrasePack, conceptId: string, from: number, by: 1 | -1) {
  const moved = (table: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(table).map(([name, weight]) => {
        const [, start = '', id, place = ''] = PATTERN_WEIGHT.exec(name) ?? [];
        const moves = id === conceptId && Number(place) >= from;
        return [moves ? `${start}${String(Number(place) + by)}` : name, weight];
      }),
    );
  return { ...judge, scam: moved(judge.scam), warning: moved(judge.warning) };
}

/** Phrases of a concept that the published pack does not have. */
export function addedPhrases(
  published: PhrasePack,
  edited: PhrasePack,
  conceptId: string,
): readonly string[] {
  const of = (pack: PhrasePack) => pack.concepts.find(({ id }) => id === conceptId)?.patterns ?? [];
  const before = new Set(of(published));
  return of(edited).filter((pattern) => !before.has(pattern));
}

function checked(pack: unknown): PackResult {
  try {
    const parsed = parsePhrasePack(pack);
    compilePack(parsed);
    return { pack: parsed };
  } catch (error) {
    if (error instanceof PackError) return { problem: 'pack' };
    throw error;
  }
}
