/** Entries of the lists beside the reported one that a draft changes, and why. Pure. */
import { entriesByPart, type Document } from './merge/document';
import { sameJson } from './merge/three-way';
import { phraseEdits } from './packs/diff';
import type { Reason } from './reported/change';
import type { DocumentPart } from './store-schema';

export type EditKind = 'added' | 'removed' | 'changed';

/** Where an entry stands. */
export interface EntryPlace {
  readonly list: DocumentPart;
  /** Such as `hotlines`; of the phrase pack `phrases`, or `weights` for all else. */
  readonly part: string;
  /** What tells it from the others of its part, a phrase behind its concept; empty where the part is one entry. */
  readonly key: string;
}

/** An entry that comes, goes or changes. */
export interface EntryEdit extends EntryPlace {
  readonly kind: EditKind;
}

/** Reasons by the place of the entry. They stay when an edit is taken back: its entry may be chosen again in a merge. */
export type EntryReasons = Readonly<Record<string, Reason>>;

/** A place as one text. */
export function placeId({ list, part, key }: EntryPlace): string {
  return JSON.stringify([list, part, key]);
}

function pack(before: unknown, after: unknown): EntryEdit[] {
  const { added, removed, changed } = phraseEdits(before, after);
  const phrase = (kind: EditKind) => (key: string) =>
    ({ list: 'phrasePack', part: 'phrases', key, kind }) as const;
  const others = { list: 'phrasePack', part: 'weights', key: '', kind: 'changed' } as const;
  return [...added.map(phrase('added')), ...removed.map(phrase('removed')), ...(changed > 0 ? [others] : [])];
}

/** What differs between two versions of a list, entry by entry; all of it where there was none before. Linear. */
export function entryEdits(list: DocumentPart, before: unknown, after: unknown): EntryEdit[] {
  if (list === 'phrasePack') return pack(before, after);
  const [old, next] = [entriesByPart((before ?? {}) as Document), entriesByPart((after ?? {}) as Document)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((part) => {
    const [was, is] = [
      old.get(part) ?? new Map<string, unknown>(),
      next.get(part) ?? new Map<string, unknown>(),
    ];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): EntryEdit[] => {
      if (sameJson(was.get(key), is.get(key))) return [];
      const kind = !was.has(key) ? 'added' : is.has(key) ? 'changed' : 'removed';
      return [{ list, part, key, kind }];
    });
  });
}

/** The reasons with one more for every entry of an edit. */
export function withReason(reasons: EntryReasons, edits: readonly EntryEdit[], reason: Reason): EntryReasons {
  return { ...reasons, ...Object.fromEntries(edits.map((edit) => [placeId(edit), reason])) };
}

/** The reasons of the entries of one list. */
export function reasonsIn(reasons: EntryReasons, list: DocumentPart): EntryReasons {
  return Object.fromEntries(
    Object.entries(reasons).filter(([id]) => (JSON.parse(id) as readonly [DocumentPart])[0] === list),
  );
}

/** Why an entry changes; undefined where that was not written down. */
export function reasonFor(reasons: EntryReasons, place: EntryPlace): Reason | undefined {
  return reasons[placeId(place)];
}
