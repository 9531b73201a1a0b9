/**
 * A publisher's folder: `keys/` (secret, never published), `draft/` (what is edited, and over what: `base.json`),
 * `proposal.json` (what waits for signatures), `public/` (the feed: what the web server gives).
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { utf8 } from '../../lib/lists/feed/bytes';
import { readFeedInfo } from '../../lib/lists/feed/content-schema';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { targetPath } from '../../lib/lists/feed/targets';
import { DOCUMENT_TARGETS, type FeedContent } from '../../lib/lists/publish/content';
import type { Files, Published } from '../../lib/lists/publish/proposal';
import { readChunk, stateBytes, stateOf, type ReportedState } from '../../lib/lists/reported/state';
import { decodeChanges, encodeChanges, type Changes } from '../../lib/lists/compact/changes';
import { Disk, type Changes as DiskChanges } from './disk';

const PROPOSAL = 'proposal.json';
const TIMESTAMP = 'public/metadata/timestamp.json';
const Categories = v.object({ categories: v.array(v.string()) });
export interface NumberChanges {
  readonly categories: readonly string[];
  readonly changes: Changes;
  /** What was published of these numbers when the draft changed them; folders of older versions do not say it. */
  readonly before: Changes | undefined;
}
type Bytes = Uint8Array<ArrayBuffer>;

const jsonBytes = (value: unknown) => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);

export class FeedFolder {
  readonly path: string;

  constructor(readonly disk: Disk) {
    this.path = disk.path;
  }

  static at(path: string): FeedFolder {
    return new FeedFolder(new Disk(path));
  }

  has(name: string): boolean {
    return this.disk.has(name);
  }

  /** Writes published files in the order given, and with them what else must go together, or none of it. */
  publish(files: Files, more: DiskChanges = new Map()): void {
    const published = Array.from(files, ([path, bytes]) => [`public/${path}`, bytes] as const);
    this.commit(new Map<string, Uint8Array | undefined>([...published, ...more]));
  }

  /** Changes files together, or none of them. */
  commit(changes: DiskChanges): void {
    this.disk.commit(changes);
  }

  /** Something is published here. */
  isPublished(): boolean {
    return this.has(TIMESTAMP);
  }

  /** There is a draft. */
  hasDraft(): boolean {
    return this.has('draft/feed.json');
  }

  draft(): FeedContent {
    const json = (name: string): unknown =>
      this.has(`draft/${name}`)
        ? JSON.parse(Buffer.from(this.disk.read(`draft/${name}`)).toString())
        : undefined;
    return {
      info: readFeedInfo(this.disk.read('draft/feed.json')),
      directory: json(DOCUMENT_TARGETS.directory),
      phrasePack: json(DOCUMENT_TARGETS.phrasePack),
      sitePack: json(DOCUMENT_TARGETS.sitePack),
      reported: stateOf(readChunk(Buffer.from(this.disk.read('draft/reported.jsonl')).toString())),
    };
  }

  /** The files of a draft; a list that it has not is taken away. Those that are as in `before` stay as they are. */
  draftFiles(content: FeedContent, before?: FeedContent): DiskChanges {
    const documents = (['directory', 'phrasePack', 'sitePack'] as const).filter(
      (part) => !before || content[part] !== before[part],
    );
    return new Map<string, Uint8Array | undefined>([
      ...documents.map((part) => {
        const document = content[part];
        const name = `draft/${DOCUMENT_TARGETS[part]}`;
        return [name, document === undefined ? undefined : jsonBytes(document)] as const;
      }),
      ...this.reportedFile(content.reported),
      ['draft/feed.json', jsonBytes(content.info)],
    ]);
  }

  writeDraft(content: FeedContent): void {
    this.commit(this.draftFiles(content));
  }

  reportedFile(state: ReportedState): DiskChanges {
    return new Map([['draft/reported.jsonl', stateBytes(state)]]);
  }

  writeReported(state: ReportedState): void {
    this.commit(this.reportedFile(state));
  }

  /** What the draft changes in the compact set, and what its categories are called. */
  numberChanges(): NumberChanges | undefined {
    if (!this.has('draft/numbers.bin')) return undefined;
    const text = Buffer.from(this.disk.read('draft/numbers.json')).toString();
    const { categories } = v.parse(Categories, JSON.parse(text));
    const read = (name: string) => decodeChanges(this.disk.read(`draft/${name}`));
    const before = this.has('draft/numbers-base.bin') ? read('numbers-base.bin') : undefined;
    return { categories, changes: read('numbers.bin'), before };
  }

  /** The files of what the draft changes in the compact set. */
  numberFiles(draft: NumberChanges | undefined): DiskChanges {
    return new Map([
      ['draft/numbers.json', draft && jsonBytes({ categories: draft.categories })],
      ['draft/numbers-base.bin', draft?.before && encodeChanges(draft.before)],
      ['draft/numbers.bin', draft && encodeChanges(draft.changes)],
    ]);
  }

  /** The proposal that waits here for signatures. */
  proposal(): Bytes | undefined {
    return this.has(PROPOSAL) ? this.disk.read(PROPOSAL) : undefined;
  }

  /** What keeps secrets and what is half written out of a repository; one that is there stays. */
  ignoreFile(): DiskChanges {
    const name = '.gitignore';
    return new Map(this.has(name) ? [] : [[name, utf8('keys/\n.lock\n.writing\n.pending/\n')]]);
  }

  /** The file of a proposal that is to wait here; undefined: none waits any more. */
  proposalFile(bytes: Bytes | undefined): DiskChanges {
    return new Map(bytes || this.has(PROPOSAL) ? [[PROPOSAL, bytes]] : []);
  }

  /** The roots that are published, the oldest first; as browsers do, none behind a gap. */
  roots(): Bytes[] {
    const roots: Bytes[] = [];
    for (;;) {
      const name = `public/metadata/${String(roots.length + 1)}.root.json`;
      if (!this.has(name)) return roots;
      roots.push(this.disk.read(name));
    }
  }

  /** The newest root that is published. */
  root(): Bytes | undefined {
    return this.roots().at(-1);
  }

  /** What is published now; undefined before the first publication is complete. */
  published(): Published | undefined {
    const root = this.root();
    if (!root || !this.isPublished()) return undefined;
    const timestamp = this.disk.read(TIMESTAMP);
    const ofSnapshot = readMetadata('timestamp', timestamp).signed.meta['snapshot.json'].version;
    const snapshot = this.disk.read(`public/metadata/${String(ofSnapshot)}.snapshot.json`);
    const ofTargets = readMetadata('snapshot', snapshot).signed.meta['targets.json'].version;
    const targets = this.disk.read(`public/metadata/${String(ofTargets)}.targets.json`);
    return { root, timestamp, snapshot, targets };
  }

  /** Every file of the feed, by its path below `public`. */
  publishedPaths(): string[] {
    return readdirSync(join(this.path, 'public'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(join(this.path, 'public'), join(entry.parentPath, entry.name)))
      .map((path) => path.replaceAll('\\', '/'));
  }

  /** The targets that are published now, by name. */
  publishedTargets(published: Published | undefined): Files {
    if (!published) return new Map();
    const { targets } = readMetadata('targets', published.targets).signed;
    return new Map(
      Object.entries(targets).map(
        ([name, { hashes }]) =>
          [name, this.disk.read(join('public', targetPath(name, hashes.sha256)))] as const,
      ),
    );
  }
}
