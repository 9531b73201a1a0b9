/**
 * Why a publication that goes from hand to hand changes what it changes, as its maker tells it in the file. Nobody signs
 * it: what changes is read from the publication itself. Pure.
 */
import { textOf, type Bytes } from '../../lists/feed/bytes';
import { publishedState } from '../../lists/publish/content';
import { diffReported } from '../../lists/publish/diff';
import type { Proposal } from '../../lists/publish/proposal';
import { proposedTargets } from '../../lists/publish/proposal-file';
import { PublishError } from '../../lists/publish/publish-error';
import { entryEdits, placeId, type EntryPlace } from '../entry-edits';
import type { OpenFeed } from '../open/read-feed';
import type { Reason } from '../reported/change';
import type { DocumentPart } from '../store';
import { DOCUMENTS, documentToEdit } from './documents';
import type { EntryReason, VersionEdits } from './draft-reasons';
import { infoIn } from './info';

/** Where an entry stands, or a number, and the place of its reason. */
type Placed<Key> = readonly (readonly [Key, number])[];

/** A reason stands once, numbers and entries name it by its place: an import of a million numbers has one. */
interface Told {
  readonly reasons: readonly Reason[];
  readonly numbers: Placed<string>;
  readonly entries: Placed<EntryPlace>;
}

interface Tellable {
  readonly reasons: readonly (Reason & { readonly number: string })[];
  readonly entries?: readonly EntryReason[] | undefined;
}

const MAX_TEXT = 2_000;

/** What goes into the file of a publication beside its proposal. */
export function toldBy({ reasons, entries = [] }: Tellable): Told {
  const places = new Map<string, number>();
  const said: Reason[] = [];
  const placeOf = (reason: Reason): number => {
    const [who, at, why, source] = [reason.who, reason.at, reason.why, reason.source].map((text) =>
      text.slice(0, MAX_TEXT),
    ) as [string, string, string, string];
    const key = JSON.stringify([who, at, why, source]);
    const place = places.get(key) ?? said.push({ who, at, why, source }) - 1;
    places.set(key, place);
    return place;
  };
  return {
    numbers: reasons.map((reason) => [reason.number, placeOf(reason)]),
    entries: entries.flatMap(({ list, part, key, reason }) =>
      reason ? [[{ list, part, key }, placeOf(reason)]] : [],
    ),
    reasons: said,
  };
}

function damaged(): PublishError {
  return new PublishError('ERR_PUBLISH_PROPOSAL', 'Its reasons are damaged. Ask for the file once more.');
}

const LISTS: readonly unknown[] = ['info', ...DOCUMENTS];

function textIn(value: unknown): string {
  if (typeof value !== 'string' || value.length > MAX_TEXT) throw damaged();
  return value;
}

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw damaged();
  return value as Readonly<Record<string, unknown>>;
}

function listIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw damaged();
  return value;
}

function reasonIn(value: unknown): Reason {
  const { who, at, why, source } = fieldsIn(value);
  return { who: textIn(who), at: textIn(at), why: textIn(why), source: textIn(source) };
}

/** What a file tells, as it came: who signs on hands it on. */
export function toldPart(file: Bytes): object | undefined {
  const { told } = fieldsIn(JSON.parse(textOf(file)));
  return told === undefined ? undefined : fieldsIn(told);
}

function placeIn(value: unknown): EntryPlace {
  const { list, part, key } = fieldsIn(value);
  if (!LISTS.includes(list)) throw damaged();
  return { list: list as DocumentPart, part: textIn(part), key: textIn(key) };
}

/**
 * The edits with the reasons that the file of their publication tells; some tell none. Linear: looked through by hand and
 * kept of what changes alone, since anybody can write a million of them. Throws PublishError ERR_PUBLISH_PROPOSAL.
 */
export function withTold({ numbers, entries }: VersionEdits, file: Bytes): VersionEdits {
  const told = toldPart(file);
  if (!told) return { numbers, entries };
  const all = fieldsIn(told);
  const reasons = listIn(all.reasons).map(reasonIn);
  const pairs = <Key>(value: unknown, keyIn: (key: unknown) => Key, each: (key: Key, at: number) => void) => {
    for (const pair of listIn(value)) {
      const [key, at] = listIn(pair);
      if (typeof at !== 'number') throw damaged();
      each(keyIn(key), at);
    }
  };
  const ofNumber = new Map<string, Reason | undefined>(numbers.map(({ number }) => [number, undefined]));
  pairs(all.numbers, textIn, (number, at) => {
    if (ofNumber.has(number)) ofNumber.set(number, reasons[at]);
  });
  const keys = new Set(entries.map(({ key }) => key));
  const ofEntry = new Map<string, Reason | undefined>();
  pairs(all.entries, placeIn, (place, at) => {
    if (keys.has(place.key)) ofEntry.set(placeId(place), reasons[at]);
  });
  return {
    numbers: numbers.map((edit) => ({ ...edit, ...ofNumber.get(edit.number) })),
    entries: entries.map((edit) => ({ ...edit, reason: ofEntry.get(placeId(edit)) })),
  };
}

/** What a proposal changes here, number by number and entry by entry. Linear. */
export async function proposalEdits(open: OpenFeed, proposal: Proposal): Promise<VersionEdits> {
  const targets = proposedTargets(proposal, open.targets);
  const diff = diffReported(open.reported, await publishedState(targets));
  const numbers = (['added', 'removed', 'changed'] as const).flatMap((kind) =>
    diff[kind].map((number) => ({ number, kind })),
  );
  const entries = (['info', ...DOCUMENTS] as const).flatMap((list) =>
    list === 'info'
      ? entryEdits(list, open.info, infoIn(targets))
      : entryEdits(list, documentToEdit(open.targets, list), documentToEdit(targets, list)),
  );
  return { numbers, entries };
}
