/** `pull`: a publication of somebody else is verified and taken into the draft. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { sha256 } from '../../../lib/lists/feed/bytes';
import { readMetadata } from '../../../lib/lists/feed/metadata';
import { createTransport, feedAddress, type Transport } from '../../../lib/lists/feed/transport';
import type { Files } from '../../../lib/lists/publish/proposal';
import { readProposal } from '../../../lib/lists/publish/proposal-file';
import { PublishError } from '../../../lib/lists/publish/publish-error';
import { readBase, type Base } from '../base';
import { CallError, needed, type Call, type Command, type Values } from '../call';
import { ConflictError, type Conflict, type Side, type SideOf } from '../conflict';
import type { Changes } from '../disk';
import type { FeedFolder } from '../folder';
import { atPlace, COPY_IT, readPlace, RefusedFeed } from '../ground';
import { mergeDraft } from '../merging';
import { startOf, type Start } from '../start';
import { noToldFile, toldHere } from '../told-here';
import { folderTransport } from '../verify';
import { conflictLines, takenLines } from './merged';

interface Place {
  readonly name: string;
  readonly transport: Transport;
  /** It is `public` itself. */
  readonly isHere: boolean;
  /** It is an address: what browsers read. */
  readonly isLive?: boolean;
}

function placeOf(folder: FeedFolder, name: string | undefined): Place {
  const here = join(folder.path, 'public');
  if (name === undefined) return { name: here, transport: folderTransport(here), isHere: true };
  if (/^https?:/.test(name))
    return {
      name,
      transport: createTransport({ address: feedAddress(name), fetch }),
      isHere: false,
      isLive: true,
    };
  const path = [name, join(name, 'public')].find((one) => existsSync(join(one, 'metadata')));
  if (path === undefined) throw new CallError(`${name} is no feed.`);
  return { name: path, transport: folderTransport(path), isHere: false };
}

/** The fingerprint that the record or the call gives. */
function fingerprintFor(base: Base | undefined, values: Values): string {
  const given = values.fingerprint?.toLowerCase();
  if (base && given !== undefined && given !== base.fingerprint)
    throw new CallError(`This folder is of another feed: its fingerprint is ${base.fingerprint}.`);
  return base?.fingerprint ?? needed('--fingerprint', given);
}

/** What --ours and --theirs say. */
function sidesIn(values: Values): { readonly named: ReadonlySet<string>; readonly sideOf: SideOf } {
  const of = (side: Side) => (values[side] ?? []).flatMap((ids) => ids.split(','));
  const sides = new Map<string, Side>();
  for (const side of ['ours', 'theirs'] as const) {
    for (const id of of(side)) {
      if (sides.has(id) && sides.get(id) !== side)
        throw new CallError(`--ours and --theirs both name "${id}".`);
      sides.set(id, side);
    }
  }
  const sideOf = (id: string) => sides.get(id) ?? sides.get('all');
  return { named: new Set([...sides.keys()].filter((id) => id !== 'all')), sideOf };
}

/** A publication that is newer here than there is not written over. */
async function requireNotOlder(folder: FeedFolder, open: OpenFeed, known: Base | string): Promise<void> {
  const place = join(folder.path, 'public');
  let here: OpenFeed;
  try {
    here = await readPlace(place, folderTransport(place), known);
  } catch (error) {
    // What is no feed, or damaged, has to give way.
    if (error instanceof RefusedFeed) return;
    throw error;
  }
  const version = ({ published }: OpenFeed) => readMetadata('timestamp', published.timestamp).signed.version;
  if (version(here) > version(open) || here.root.version > open.root.version) {
    throw new PublishError(
      'ERR_PUBLISH_CONFLICT',
      `${folder.path}/public is newer than that. Take it into the draft first (pull DIR), or publish it there.`,
    );
  }
}

/** Its files, in the order of writing: content, what names it, the roots, and last what browsers ask for. */
function filesToWrite({ files }: OpenFeed): Files {
  const rank = (path: string) =>
    path === 'metadata/timestamp.json'
      ? 3
      : path.endsWith('.root.json')
        ? 2
        : path.startsWith('metadata/')
          ? 1
          : 0;
  return new Map([...files].sort(([a], [b]) => rank(a) - rank(b)));
}

/** Roots that lie here behind the newest, which nobody signed. */
function forgedRoots(folder: FeedFolder, { root }: OpenFeed): Changes {
  const behind = folder.roots().slice(root.version);
  return new Map(
    behind.map((_, at) => [`public/metadata/${String(root.version + at + 1)}.root.json`, undefined]),
  );
}

/** A proposal that waits here and goes on from something that is not live any more. */
async function deadProposal(folder: FeedFolder, open: OpenFeed): Promise<Changes> {
  const waiting = folder.proposal();
  const isDead = waiting && readProposal(waiting).base !== (await sha256(open.published.targets));
  return isDead ? folder.proposalFile(undefined) : new Map();
}

const FORK =
  'Another publication took the place of one that was made here. What that one changed stands in the draft again.';
const BOTH = 'The draft and the publication both changed these, each in another way.';
const UNKNOWN =
  'Nothing says for certain what the draft and the publication have in common, so all in which they differ is a choice.';
const doubt = (lists: ReadonlySet<string>) =>
  `Of these lists nothing says for certain whether the publication goes on from the draft, so all in which they differ is a choice: ${[...lists].join(', ')}.`;

function refused({ kind, doubtful }: Start, conflicts: readonly Conflict[]): ConflictError {
  const open = conflicts.filter(({ side }) => !side);
  return new ConflictError(
    [
      ...(kind === 'fork' ? [FORK] : []),
      kind === 'unknown' ? UNKNOWN : doubtful && doubtful.size > 0 ? doubt(doubtful) : BOTH,
      'The folder is as it was. Choose for each: --ours ID keeps what the draft has, --theirs ID takes what is published; --ours all or --theirs all is for every other one.',
      ...conflictLines(open),
    ].join('\n'),
    open,
  );
}

export const pull: Command = {
  writes: true,
  async run({ folder, rest: [name], values }: Call) {
    const base = readBase(folder);
    const place = placeOf(folder, name);
    const fingerprint = fingerprintFor(base, values);
    const { named, sideOf } = sidesIn(values);
    const remedy = place.isHere ? undefined : COPY_IT;
    const open = await readPlace(place.name, place.transport, base ?? fingerprint, remedy);
    if (!place.isHere) await requireNotOlder(folder, open, base ?? fingerprint);
    const here = folderTransport(join(folder.path, 'public'));
    const found = await atPlace(place.name, () => startOf(base, open, place.transport, here), remedy);
    const start = { ...found, isLive: place.isLive === true };
    const { taken, conflicts, files } = await mergeDraft(
      folder,
      start,
      open,
      sideOf,
      await toldHere(folder, open.published.targets),
      values,
    );
    const unknown = [...named].find((id) => !conflicts.some((conflict) => conflict.id === id));
    if (unknown !== undefined) throw new CallError(`There is no conflict "${unknown}".`);
    if (conflicts.some(({ side }) => !side)) throw refused(start, conflicts);
    const dead = await deadProposal(folder, open);
    const rest = new Map([...folder.ignoreFile(), ...files, ...dead, ...noToldFile(folder)]);
    if (place.isHere) folder.commit(rest);
    else folder.publish(filesToWrite(open), new Map([...forgedRoots(folder, open), ...rest]));
    const { version } = open.info;
    const own = start.kind === 'own' && dead.size > 0;
    return {
      lines: [
        ...(start.kind === 'fork' ? [FORK] : []),
        `The draft stands on version ${version} now. Look at it with diff.`,
        ...takenLines(taken),
        ...(dead.size === 0
          ? []
          : [
              own
                ? 'What waited for signatures was published.'
                : 'What waited for signatures was overtaken, and is dropped.',
            ]),
      ],
      data: { version, start: start.kind, taken, conflicts, dropped: dead.size > 0 },
    };
  },
};
