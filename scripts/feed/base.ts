/**
 * What the draft was made over, in `draft/base.json`: outside of `public`, so that whoever can write there cannot say
 * what the administrator knew. By it `public` is verified, and the draft told from what others changed.
 */
import { canonicalize } from '@tufjs/canonical-json';
import * as v from 'valibot';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { DOCUMENTS, publishedDocument } from '../../lib/admin/publish/documents';
import { sha256, textOf, utf8, type Bytes } from '../../lib/lists/feed/bytes';
import { readFeedInfo } from '../../lib/lists/feed/content-schema';
import { readMetadata } from '../../lib/lists/feed/metadata';
import type { FeedContent } from '../../lib/lists/publish/content';
import type { Published } from '../../lib/lists/publish/proposal';
import { readChunk, stateBytes, stateOf } from '../../lib/lists/reported/state';
import type { Changes } from './disk';
import type { FeedFolder } from './folder';

export const BASE = 'draft/base.json';

/** Publications whose targets are remembered: by the last one that two folders share, their drafts are merged. */
const MOST_KNOWN = 60;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const BaseFile = v.object({
  format: v.literal(1),
  fingerprint: hash,
  metadata: v.object({ root: v.string(), timestamp: v.string(), snapshot: v.string(), targets: v.string() }),
  known: v.array(v.object({ version: v.number(), sha256: hash })),
  proposed: v.array(hash),
  info: v.unknown(),
  directory: v.optional(v.unknown()),
  phrasePack: v.optional(v.unknown()),
  sitePack: v.optional(v.unknown()),
  reported: v.string(),
});

/** The targets of a publication that was verified here. */
export interface Known {
  readonly version: number;
  /** SHA-256 of their metadata. */
  readonly sha256: string;
}

export interface Base {
  /** SHA-256 of the first root. */
  readonly fingerprint: string;
  /** What was verified last: nothing older is taken. */
  readonly trusted: Published;
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

async function knownOf(targets: Bytes): Promise<Known> {
  return { version: readMetadata('targets', targets).signed.version, sha256: await sha256(targets) };
}

/** The lists of a verified feed. */
export function contentOf({
  info,
  reported,
  targets,
}: Pick<OpenFeed, 'info' | 'reported' | 'targets'>): FeedContent {
  const documents = DOCUMENTS.map((name) => [name, publishedDocument(targets, name)] as const);
  return { info, reported, ...Object.fromEntries(documents) };
}

/** The record of a draft that stands on a verified feed. `known`: the publications before it; `old`: the record until now. */
export async function baseOn(open: OpenFeed, known: readonly Known[], old: Base | undefined): Promise<Base> {
  const { fingerprint, published } = open;
  const last = await knownOf(published.targets);
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

/** The file of the record. */
export function baseFile({ fingerprint, trusted, known, proposed, content }: Base): Changes {
  const { info, directory, phrasePack, sitePack, reported } = content;
  const metadata = {
    root: textOf(trusted.root),
    timestamp: textOf(trusted.timestamp),
    snapshot: textOf(trusted.snapshot),
    targets: textOf(trusted.targets),
  };
  const lists = { info, directory, phrasePack, sitePack, reported: textOf(stateBytes(reported)) };
  const file = {
    format: 1 as const,
    fingerprint,
    metadata,
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
    const { fingerprint, metadata, known, proposed, info, directory, phrasePack, sitePack, reported } = file;
    const trusted = {
      root: utf8(metadata.root),
      timestamp: utf8(metadata.timestamp),
      snapshot: utf8(metadata.snapshot),
      targets: utf8(metadata.targets),
    };
    const content = {
      info: readFeedInfo(utf8(JSON.stringify(info))),
      directory,
      phrasePack,
      sitePack,
      reported: stateOf(readChunk(reported)),
    };
    return { fingerprint, trusted, known, proposed, content };
  } catch (error) {
    throw new BaseError(
      `${folder.path}/${BASE} is damaged: restore it, or remove it and run pull DIR --fingerprint SHA256.`,
      { cause: error },
    );
  }
}
