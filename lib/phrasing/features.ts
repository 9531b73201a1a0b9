import type { PhraseMatch, PhrasesInText } from './find-phrases';
import { addGrams, NO_GRAMS, type GramSums } from './gram-model';
import type { ConceptKind } from './pack-schema';

/** Kinds of a scammer's doings, in a fixed order: pairs are named by it. */
export const DANGER_KINDS = [
  'claim',
  'threat',
  'demand',
  'secrecy',
  'hurry',
  'channel',
  'bait',
] as const satisfies ConceptKind[];
/** Kinds of a text about scams. */
export const NOTICE_KINDS = ['report', 'prohibit'] as const satisfies ConceptKind[];

/**
 * What is judged: `own`, the words outside of quotation marks, those inside are another's; `all`, as if there were no
 * marks.
 */
export type Hearing = 'own' | 'all';

/** What the judge goes by. The names can be looked up in the pack's weights. */
export interface Features {
  /** Features of concepts: `otp` where it is said, `!otp` where denied, `otp#3` for its fourth pattern, kinds, pairs. */
  readonly names: readonly string[];
  /** What the weights of `names` are multiplied by: in a long text a concept stands by chance sooner. */
  readonly scale: number;
  /** Features of length and of quotation marks, not scaled. */
  readonly lengths: readonly string[];
  /** What the model of word runs says. */
  readonly grams: GramSums;
  /** Different danger kinds that stand in the text undenied, hints not counted. */
  readonly dangerKinds: number;
  /** Different concepts of those kinds. */
  readonly dangerConcepts: number;
  /** All that is found of a scammer's doings is a name or an office, and nobody speaks to anybody. */
  readonly bareClaim: boolean;
  /** Different concepts that speak for a text about scams. */
  readonly notices: number;
  /** Kinds that speak for a text about scams; a denied demand is one. */
  readonly noticeKinds: number;
}

const LENGTHS = [6, 12, 25, 50, 100, 200] as const;
const QUOTED = [0.02, 0.1, 0.25, 0.4, 0.6] as const;
/** Up to this many words a text counts in full; then by the square root of its length. */
const FULL_WORDS = 25;
/** More concepts than these tell nothing new. */
const MAX_NOTICES = 5;
const MAX_CONCEPTS = 8;

/** The features of a text. O(matches). */
export function featuresOf(phrases: PhrasesInText, hearing: Hearing = 'own'): Features {
  const own = hearing === 'own';
  const matches = own ? phrases.matches.filter((match) => !match.inMarks) : phrases.matches;
  const names = new Set<string>();
  const kinds = new Set<ConceptKind>();
  const shown = new Set<ConceptKind>();
  const concepts = new Set<string>();
  for (const match of matches) {
    const name = match.negated ? `!${match.concept}` : match.concept;
    names.add(name);
    names.add(`${name}#${String(match.pattern)}`);
    if (match.negated) names.add('denied');
    else kinds.add(match.kind);
    if (!match.negated && !match.hint) shown.add(match.kind);
    if (isDanger(match)) concepts.add(match.concept);
  }
  const danger = DANGER_KINDS.filter((kind) => kinds.has(kind));
  const notice = NOTICE_KINDS.filter((kind) => kinds.has(kind));
  const dangerKinds = DANGER_KINDS.filter((kind) => shown.has(kind)).length;
  for (const kind of kinds) names.add(`kind:${kind}`);
  danger.forEach((one, index) => {
    for (const other of danger.slice(index + 1)) names.add(`${one}+${other}`);
    for (const voice of notice) names.add(`${one}+${voice}`);
    if (kinds.has('ordinary')) names.add(`${one}+ordinary`);
  });
  for (let count = 2; count <= danger.length; count++) names.add(`kinds>=${String(count)}`);
  for (const kind of shown) names.add(`shown:${kind}`);
  for (let count = 1; count <= dangerKinds; count++) names.add(`shown>=${String(count)}`);
  for (let count = 1; count <= Math.min(concepts.size, MAX_CONCEPTS); count++)
    names.add(`concepts>=${String(count)}`);
  const notices = new Set(matches.filter(isNotice).map((match) => match.concept)).size;
  for (let count = 1; count <= Math.min(notices, MAX_NOTICES); count++)
    names.add(`notices>=${String(count)}`);
  const first = matches.find((match) => isDanger(match) || isNotice(match));
  if (first) names.add(`opens:${isNotice(first) ? 'notice' : first.kind}`);
  return {
    names: [...names],
    scale: Math.min(1, Math.sqrt(FULL_WORDS / Math.max(1, phrases.words))),
    lengths: [...lengthNames(phrases.words), ...(own ? quoteNames(phrases) : [])],
    grams: phrases.segments.reduce((sum, segment) => addGrams(sum, segment[hearing]), NO_GRAMS),
    dangerKinds,
    dangerConcepts: concepts.size,
    bareClaim: dangerKinds === 1 && shown.has('claim') && !shown.has('voice'),
    notices,
    noticeKinds: new Set(matches.filter(isNotice).map((match) => match.kind)).size,
  };
}

function lengthNames(words: number): string[] {
  return LENGTHS.filter((length) => words >= length).map((length) => `words>=${String(length)}`);
}

/** How much of the text stands in quotation marks, and what kinds of concepts do. */
function quoteNames({ matches, segments, words }: PhrasesInText): string[] {
  const inside = segments.reduce((sum, segment) => sum + segment.wordsInMarks, 0);
  if (inside === 0) return [];
  const kinds = new Set(matches.filter((match) => match.inMarks).map((match) => match.kind));
  return [
    ...QUOTED.filter((share) => inside >= share * words).map((share) => `quoted>=${String(share)}`),
    ...[...kinds].map((kind) => `quoted:${kind}`),
  ];
}

/** Whether a match speaks for danger and may be shown: a danger kind that no negation reaches. */
export function isDanger(match: PhraseMatch): boolean {
  return !match.negated && !match.hint && (DANGER_KINDS as readonly ConceptKind[]).includes(match.kind);
}

/** Whether a match speaks for a text about scams; a denied demand is a prohibition. */
export function isNotice(match: PhraseMatch): boolean {
  if (match.hint) return false;
  return match.negated
    ? match.kind === 'demand'
    : (NOTICE_KINDS as readonly ConceptKind[]).includes(match.kind);
}
