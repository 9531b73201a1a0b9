/**
 * What the draft was made over, in `draft/base.json`: outside of `public`, so that whoever can write there cannot say
 * what the administrator knew. By it `public` is verified, and the draft told from what others changed.
 */
import { canonicalize } from '@tufjs/canonical-json';
import * as v from 'valibot';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { sha256, textOf, utf8, type Bytes } from '../../lib/lists/feed/bytes';
import { readFeedInfo } from '../../lib/lists/feed/content-schema';
import { readMetadata, type Role } from '../../lib/lists/feed/metadata';
import type { FeedContent } from '../../lib/lists/publish/content';
import type { Published } from '../../lib/lists/publish/proposal';
import { readChunk, stateBytes, stateOf } from '../../lib/lists/reported/state';
import type { Changes } from './disk';
import type { FeedFolder } from './folder';
import { contentOf, knownOf, type Known } from './known';

export const BASE = 'draft/base.json';

/** Publications whose targets are remembered: by the last one that two folders share, their drafts are merged. */
const MOST_KNOWN = 60;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Metadata = v.object({
  root: v.string(),
  timestamp: v.string(),
  snapshot: v.string(),
  targets: v.string(),
});
const BaseFile = v.object({
  format: v.literal(1),
  fingerprint: hash,
  metadata: Metadata,
  seen: v.optional(Metadata),
  known: v.array(
    v.object({
      version: v.number(),
      sha256: hash,
      state: v.optional(hash),
      lists: v.optional(v.record(v.string(), hash)),
      isLive: v.optional(v.boolean()),
    }),
  ),
  proposed: v.array(hash),
  info: v.unknown(),
  directory: v.optional(v.unknown()),
  phrasePack: v.optional(v.unknown()),
  sitePack: v.optional(v.unknown()),
  reported: v.string(),
});

export interface Base {
  /** SHA-256 of the first root. */
  readonly fingerprint: string;
  /** What the draft stands on. */
  readonly trusted: Published;
  /** What was published since and is not in the draft yet; absent where that is the same. Nothing older is taken. */
  readonly seen?: Published | undefined;
  /** The publications up to this one, the newest last. */
  readonly known: readonly Known[];
  /** What was proposed of this draft, as contentId() names it. */
  readonly proposed: readonly string[];
  /** The lists as they were published then. */
  readonly content: FeedContent;
}

/** The record is damaged; what to do stands in the message. */
export class BaseError extends Error {
  readonly code = 'ERR_BASE';
}

/** What targets hold, whoever signed them and when. */
export async function contentId(targets: Bytes): Promise<string> {
  return sha256(utf8(canonicalize(readMetadata('targets', targets).signed.targets)));
}

/**
 * The record of a draft that stands on a verified feed. `known`: the publications before it; `old`: the record until now;
 * `isLive`: it was read at an address.
 */
export async function baseOn(
  open: OpenFeed,
  known: readonly Known[],
  old: Base | undefined,
  isLive = false,
): Promise<Base> {
  const { fingerprint, published } = open;
  const found = await knownOf(open, isLive);
  const wasLive = known.some(({ sha256: id, isLive: was }) => was === true && id === found.sha256);
  const last = { ...found, isLive: isLive || wasLive };
  const before = known.filter(({ version }) => version < last.version);
  const content = contentOf(open);
  // Over the same lists, what was proposed of the draft may still be published.
  const isSame = old && (await contentId(old.trusted.targets)) === (await contentId(published.targets));
  return {
    fingerprint,
    trusted: published,
    known: [...before, last].slice(-MOST_KNOWN),
    proposed: isSame ? old.proposed : [],
    content,
  };
}

/** The record once `open` was published here: it is what was seen last, whether the draft stands on it or not. */
export async function baseAfter(open: OpenFeed, base: Base): Promise<Base> {
  const { published } = open;
  const isSame = (await contentId(base.trusted.targets)) === (await contentId(published.targets));
  return isSame ? baseOn(open, base.known, base) : { ...base, seen: published };
}

function metadataFile({ root, timestamp, snapshot, targets }: Published): v.InferInput<typeof Metadata> {
  return {
    root: textOf(root),
    timestamp: textOf(timestamp),
    snapshot: textOf(snapshot),
    targets: textOf(targets),
  };
}

/** Throws FeedError where a part is no metadata. */
function readMetadataFile(file: v.InferOutput<typeof Metadata>): Published {
  const read = (role: Role) => {
    const bytes = utf8(file[role]);
    readMetadata(role, bytes);
    return bytes;
  };
  return {
    root: read('root'),
    timestamp: read('timestamp'),
    snapshot: read('snapshot'),
    targets: read('targets'),
  };
}

/** The file of the record. */
export function baseFile({ fingerprint, trusted, seen, known, proposed, content }: Base): Changes {
  const { info, directory, phrasePack, sitePack, reported } = content;
  const lists = { info, directory, phrasePack, sitePack, reported: textOf(stateBytes(reported)) };
  const file = {
    format: 1 as const,
    fingerprint,
    metadata: metadataFile(trusted),
    seen: seen && metadataFile(seen),
    known: [...known],
    proposed: [...proposed],
    ...lists,
  };
  return new Map([[BASE, utf8(JSON.stringify(file satisfies v.InferInput<typeof BaseFile>))]]);
}

/** The record of a folder; undefined where an older version made it. Throws BaseError. */
export function readBase(folder: FeedFolder): Base | undefined {
  if (!folder.has(BASE)) return undefined;
  try {
    const file = v.parse(BaseFile, JSON.parse(textOf(folder.disk.read(BASE))));
    const { fingerprint, known, proposed, info, directory, phrasePack, sitePack, reported } = file;
    const trusted = readMetadataFile(file.metadata);
    const seen = file.seen && readMetadataFile(file.seen);
    const content = {
      info: readFeedInfo(utf8(JSON.stringify(info))),
      directory,
      phrasePack,
      sitePack,
      reported: stateOf(readChunk(reported)),
    };
    return { fingerprint, trusted, seen, known, proposed, content };
  } catch (error) {
    throw new BaseError(
      `${folder.path}/${BASE} is damaged: restore it, or remove it and run pull DIR --fingerprint SHA256.`,
      { cause: error },
    );
  }
}
