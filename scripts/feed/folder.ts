/**
 * A publisher's folder: `keys/` (secret, never published), `draft/` (what is edited), `proposal.json` (what waits for
 * signatures), `public/` (the feed: what the web server gives).
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { readFeedInfo, type FeedInfo } from '../../lib/lists/feed/content-schema';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { targetPath } from '../../lib/lists/feed/targets';
import { DOCUMENT_TARGETS, type FeedContent } from '../../lib/lists/publish/content';
import type { Files, Published } from '../../lib/lists/publish/proposal';
import { readChunk, stateBytes, stateOf, type ReportedState } from '../../lib/lists/reported/state';
import { decodeChanges, encodeChanges, type Changes } from '../../lib/lists/compact/changes';
import { Disk } from './disk';

const PROPOSAL = 'proposal.json';
const Categories = v.object({ categories: v.array(v.string()) });
export interface NumberChanges {
  readonly categories: readonly string[];
  readonly changes: Changes;
}
type Bytes = Uint8Array<ArrayBuffer>;

export class FeedFolder {
  readonly path: string;

  constructor(readonly disk: Disk) {
    this.path = disk.path;
  }

  static at(path: string): FeedFolder {
    return new FeedFolder(new Disk(path));
  }

  has(name: string): boolean {
    return existsSync(join(this.path, name));
  }

  /** Writes published files in the order given. */
  publish(files: Files): void {
    for (const [path, bytes] of files) this.disk.write(join('public', path), bytes);
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

  writeDraft(content: FeedContent): void {
    for (const part of ['directory', 'phrasePack', 'sitePack'] as const) {
      if (content[part] !== undefined) this.writeJson(`draft/${DOCUMENT_TARGETS[part]}`, content[part]);
    }
    this.writeReported(content.reported);
    this.writeInfo(content.info);
  }

  writeInfo(info: FeedInfo): void {
    this.writeJson('draft/feed.json', info);
  }

  writeReported(state: ReportedState): void {
    this.disk.write('draft/reported.jsonl', stateBytes(state));
  }

  /** What the draft changes in the compact set, and what its categories are called. */
  numberChanges(): NumberChanges | undefined {
    if (!this.has('draft/numbers.bin')) return undefined;
    const text = Buffer.from(this.disk.read('draft/numbers.json')).toString();
    const { categories } = v.parse(Categories, JSON.parse(text));
    return { categories, changes: decodeChanges(this.disk.read('draft/numbers.bin')) };
  }

  /** The names first: changes without them would say nothing. */
  writeNumberChanges(draft: NumberChanges | undefined): void {
    if (!draft) {
      this.disk.remove('draft/numbers.bin');
      return;
    }
    this.writeJson('draft/numbers.json', { categories: draft.categories });
    this.disk.write('draft/numbers.bin', encodeChanges(draft.changes));
  }

  private writeJson(name: string, value: unknown): void {
    this.disk.write(name, Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`));
  }

  /** The proposal that waits here for signatures. */
  proposal(): Bytes | undefined {
    return this.has(PROPOSAL) ? this.disk.read(PROPOSAL) : undefined;
  }

  writeProposal(bytes: Bytes | undefined): void {
    if (bytes) this.disk.write(PROPOSAL, bytes);
    else if (this.has(PROPOSAL)) this.disk.remove(PROPOSAL);
  }

  /** The newest root that is published. */
  root(): Bytes | undefined {
    if (!this.has('public/metadata')) return undefined;
    const versions = readdirSync(join(this.path, 'public', 'metadata')).map((name) =>
      Number(/^(\d+)\.root\.json$/.exec(name)?.[1] ?? 0),
    );
    const newest = Math.max(0, ...versions);
    return newest === 0 ? undefined : this.disk.read(`public/metadata/${String(newest)}.root.json`);
  }

  /** What is published now; undefined before the first publication is complete. */
  published(): Published | undefined {
    const root = this.root();
    if (!root || !this.has('public/metadata/timestamp.json')) return undefined;
    const timestamp = this.disk.read('public/metadata/timestamp.json');
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
