import { localised } from '../i18n/translate';
import type { CompiledPack, WorkingConcept } from '../phrasing/compile';
import { DANGER_KINDS, isDanger, isNotice, NOTICE_KINDS } from '../phrasing/features';
import type { PhraseMatch } from '../phrasing/find-phrases';
import type { ConceptKind } from '../phrasing/pack-schema';
import { OFFICE_GONE } from './senders/gone-office';
import type { Level, Reason } from './types';

/** More reasons than these are not read. */
export const MAX_REASONS = 8;
/** Of numbers, senders and links at most so many, so that the words keep their place. */
const MAX_BESIDE = 4;
/** In which order people are told: who, what for, what is wanted, and how it is pressed. */
const ORDER: readonly ConceptKind[] = [...DANGER_KINDS, ...NOTICE_KINDS];

/** Whose second reason comes first: what is said against the reader and what is wanted weigh most. */
const AGAIN: readonly ConceptKind[] = [
  'threat',
  'demand',
  ...ORDER.filter((kind) => kind !== 'threat' && kind !== 'demand'),
];

/** A reason of the words of a text, with what it is ordered by. */
export interface PhraseReason {
  readonly reason: Reason;
  readonly kind: ConceptKind;
  readonly weight: number;
}

/** What decides about reasons beside the text. */
export interface ReasonContext {
  readonly pack: CompiledPack;
  /** Today, as an ISO date. */
  readonly now: string;
}

/**
 * The places of the concepts that speak for a level, in text order: none at level none; words about scams at
 * notice; the scammer's doings at caution and danger. Places of one concept that overlap are one. O(n log n).
 */
export function shownPlaces(matches: readonly PhraseMatch[], level: Level): PhraseMatch[] {
  if (level === 'none') return [];
  const stands = level === 'notice' ? isNotice : isDanger;
  const open = new Map<string, PhraseMatch>();
  const places: PhraseMatch[] = [];
  for (const match of [...matches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (!stands(match)) continue;
    const before = open.get(match.concept);
    if (before && match.start < before.end) {
      const joined = { ...before, end: Math.max(before.end, match.end) };
      places[places.lastIndexOf(before)] = joined;
      open.set(match.concept, joined);
    } else {
      places.push(match);
      open.set(match.concept, match);
    }
  }
  return places;
}

/** The concepts that speak for a level, one reason each at its first place. O(matches). */
export function phraseReasons(
  matches: readonly PhraseMatch[],
  level: Level,
  { pack, now }: ReasonContext,
): PhraseReason[] {
  const reasons = new Map<string, PhraseReason>();
  const kinds = new Set<ConceptKind>();
  for (const match of shownPlaces(matches, level)) {
    const concept = pack.byId.get(match.concept);
    if (!concept || reasons.has(concept.id)) continue;
    const { code, text } = sentence(concept, match, pack, now);
    reasons.set(concept.id, {
      reason: { code, text, start: match.start, end: match.end },
      kind: match.negated ? 'prohibit' : concept.kind,
      weight: weightOf(concept, match, pack, level),
    });
    if (!concept.general) kinds.add(concept.kind);
  }
  return [...reasons].flatMap(([id, one]) =>
    pack.byId.get(id)?.general && kinds.has(one.kind) ? [] : [one],
  );
}

function sentence(
  concept: WorkingConcept,
  match: PhraseMatch,
  pack: CompiledPack,
  now: string,
): Pick<Reason, 'code' | 'text'> {
  if (match.negated) return { code: concept.id, text: pack.pack.negation.reason };
  if (concept.gone !== undefined && now >= concept.gone)
    return { code: OFFICE_GONE, text: localised('reason_office_gone', { year: concept.gone.slice(0, 4) }) };
  return { code: concept.id, text: concept.reason };
}

/** How much a concept says for the voice of the level. */
function weightOf(concept: WorkingConcept, match: PhraseMatch, pack: CompiledPack, level: Level): number {
  const { scam, warning } = pack.pack.judge;
  const table = level === 'notice' ? warning : scam;
  const name = match.negated ? `!${concept.id}` : concept.id;
  const weight = (key: string) => (Object.hasOwn(table, key) ? (table[key] ?? 0) : 0);
  return weight(name) + weight(`${name}#${String(match.pattern)}`);
}

/**
 * The reasons of the words with those of the directory's offices that are gone, which say more than the pack's. They
 * speak where the scammer does: at caution and danger.
 */
export function withGoneOffices(
  phrases: readonly PhraseReason[],
  gone: readonly Reason[],
  level: Level,
): readonly PhraseReason[] {
  if (gone.length === 0 || level === 'none' || level === 'notice') return phrases;
  return [
    ...gone.slice(0, 1).map((reason): PhraseReason => ({ reason, kind: 'claim', weight: 0 })),
    ...phrases.filter((one) => one.reason.code !== OFFICE_GONE),
  ];
}

/**
 * At most MAX_REASONS reasons: those of numbers, sender and links (MAX_BESIDE at most), then of the words the weightiest of
 * each kind, then the second of each, and so on. Told by kind, the weightier first; the others last.
 */
export function chooseReasons(phrases: readonly PhraseReason[], beside: readonly Reason[]): Reason[] {
  const kept = beside.slice(0, MAX_BESIDE);
  const byKind = ORDER.map((kind) =>
    phrases.filter((one) => one.kind === kind).sort((a, b) => b.weight - a.weight),
  );
  const chosen = new Set(phrases.filter((one) => one.reason.code === OFFICE_GONE));
  const room = Math.min(MAX_REASONS - kept.length, phrases.length);
  for (let round = 0; chosen.size < room; round++)
    for (const kind of round === 0 ? ORDER : AGAIN) {
      const one = byKind[ORDER.indexOf(kind)]?.[round];
      if (one && chosen.size < room) chosen.add(one);
    }
  const told = byKind.flatMap((list) => list.filter((one) => chosen.has(one)).map((one) => one.reason));
  // A negated demand of several concepts gives one sentence.
  const seen = new Set<string>();
  return [...told, ...kept].filter(({ text }) => !seen.has(text.vi) && seen.add(text.vi));
}
