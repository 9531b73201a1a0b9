/**
 * A publisher's folder: `keys/` (secret, never published), `draft/` (what is edited), `public/` (the feed: what the web
 * server gives).
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { readFeedInfo } from '../../lib/lists/feed/content-schema';
import { readMetadata, ROLES, type Role } from '../../lib/lists/feed/metadata';
import { targetPath } from '../../lib/lists/feed/targets';
import type { FeedContent } from '../../lib/lists/publish/content';
import { DOCUMENT_TARGETS } from '../../lib/lists/publish/content';
import { generateKeyPair, signerOf, type KeyPair, type Signer } from '../../lib/lists/publish/keys';
import type { Files, Published } from '../../lib/lists/publish/publication';
import type { Keyring } from '../../lib/lists/publish/root';
import { readChunk, stateOf, stateBytes, type ReportedState } from '../../lib/lists/reported/state';

type FileBytes = Uint8Array<ArrayBuffer>;

const KeyFile = v.object({
  threshold: v.pipe(v.number(), v.integer(), v.minValue(1)),
  keys: v.pipe(v.array(v.object({ public: v.string(), secret: v.string() })), v.minLength(1)),
});
export type RoleFile = v.InferOutput<typeof KeyFile>;

/** Signers and thresholds of every role. */
export type Secrets = Keyring & Readonly<Record<Role, { readonly signers: readonly Signer[] }>>;

export class FeedFolder {
  constructor(readonly path: string) {}

  exists(): boolean {
    return existsSync(this.path);
  }

  read(name: string): FileBytes {
    return new Uint8Array(readFileSync(join(this.path, name)));
  }

  private write(name: string, bytes: Uint8Array, mode = 0o644): void {
    const at = join(this.path, name);
    mkdirSync(dirname(at), { recursive: true });
    // A reader, or a crash, meets the old file or the new one, never half of one.
    writeFileSync(`${at}.new`, bytes, { mode });
    renameSync(`${at}.new`, at);
  }

  /** Writes published files in the order given. */
  publish(files: Files): void {
    for (const [path, bytes] of files) this.write(join('public', path), bytes);
  }

  writeKeys(role: Role, file: RoleFile): void {
    this.write(`keys/${role}.json`, Buffer.from(`${JSON.stringify(file, undefined, 2)}\n`), 0o600);
    this.write('.gitignore', Buffer.from('keys/\n'));
  }

  keyFile(role: Role): RoleFile {
    return v.parse(KeyFile, JSON.parse(Buffer.from(this.read(`keys/${role}.json`)).toString()));
  }

  async secrets(): Promise<Secrets> {
    const of = async (role: Role) => {
      const { keys, threshold } = this.keyFile(role);
      return { signers: await Promise.all(keys.map(signerOf)), threshold };
    };
    const [root, timestamp, snapshot, targets] = await Promise.all(ROLES.map(of));
    if (!root || !timestamp || !snapshot || !targets) throw new Error('A file of keys is missing.');
    return { root, timestamp, snapshot, targets };
  }

  draft(): FeedContent {
    const json = (name: string): unknown =>
      existsSync(join(this.path, 'draft', name))
        ? JSON.parse(Buffer.from(this.read(`draft/${name}`)).toString())
        : undefined;
    return {
      info: readFeedInfo(this.read('draft/feed.json')),
      directory: json(DOCUMENT_TARGETS.directory),
      phrasePack: json(DOCUMENT_TARGETS.phrasePack),
      sitePack: json(DOCUMENT_TARGETS.sitePack),
      reported: stateOf(readChunk(Buffer.from(this.read('draft/reported.jsonl')).toString())),
    };
  }

  writeDraft(content: FeedContent): void {
    const json = (name: string, value: unknown) => {
      if (value !== undefined)
        this.write(`draft/${name}`, Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`));
    };
    json('feed.json', content.info);
    for (const part of ['directory', 'phrasePack', 'sitePack'] as const) {
      json(DOCUMENT_TARGETS[part], content[part]);
    }
    this.writeReported(content.reported);
  }

  writeReported(state: ReportedState): void {
    this.write('draft/reported.jsonl', stateBytes(state));
  }

  /** The version of the newest root that is published. */
  rootVersion(): number {
    const names = readdirSync(join(this.path, 'public', 'metadata'));
    return Math.max(...names.map((name) => Number(/^(\d+)\.root\.json$/.exec(name)?.[1] ?? 0)));
  }

  /** What is published now; undefined before the first time. */
  published(): Published | undefined {
    if (!existsSync(join(this.path, 'public/metadata/timestamp.json'))) return undefined;
    const timestamp = this.read('public/metadata/timestamp.json');
    const ofSnapshot = readMetadata('timestamp', timestamp).signed.meta['snapshot.json'].version;
    const snapshot = this.read(`public/metadata/${String(ofSnapshot)}.snapshot.json`);
    const ofTargets = readMetadata('snapshot', snapshot).signed.meta['targets.json'].version;
    return { timestamp, snapshot, targets: this.read(`public/metadata/${String(ofTargets)}.targets.json`) };
  }

  /** The targets that are published now, by name. */
  publishedTargets(published: Published): Files {
    const { targets } = readMetadata('targets', published.targets).signed;
    return new Map(
      Object.entries(targets).map(
        ([name, { hashes }]) => [name, this.read(join('public', targetPath(name, hashes.sha256)))] as const,
      ),
    );
  }
}

/** New keys for a role. */
export async function newRoleFile(count: number, threshold: number): Promise<RoleFile> {
  const keys: KeyPair[] = [];
  for (let i = 0; i < count; i++) keys.push(await generateKeyPair());
  return { threshold, keys };
}
