/** A feed with a compact set, published day by day and served by nginx. */
import type { Entries } from '../../../lib/lists/compact/block';
import { blocksOf } from '../../../lib/lists/compact/whole-set';
import type { Bytes } from '../../../lib/lists/feed/bytes';
import { targetPath } from '../../../lib/lists/feed/targets';
import { targetsOf } from '../../../lib/lists/publish/content';
import type { ReportedState } from '../../../lib/lists/reported/state';
import { hashOf, nextVersion, republish, type Repository } from '../../feeds/support/forge';
import { ourRepository } from '../../feeds/support/repositories';
import type { Nginx } from './nginx';

/** As many as generated records name. */
const CATEGORIES = [
  'advertising',
  'bank_impersonation',
  'police_impersonation',
  'other',
  ...Array.from({ length: 8 }, (_, i) => `category_${String(i)}`),
];

export class CompactFeed {
  private targets: ReadonlyMap<string, Bytes> | undefined;
  private constructor(
    private readonly nginx: Nginx,
    private readonly repository: Repository,
  ) {}

  static async start(nginx: Nginx): Promise<CompactFeed> {
    return new CompactFeed(nginx, await ourRepository(Date.now() - 3_600_000, { 'feed.json': '{}' }));
  }

  /** SHA-256 of the first root. */
  get id(): string {
    return hashOf(this.repository.files.get('metadata/1.root.json') ?? new Uint8Array());
  }

  /** Paths of the base's number files, in order. */
  get numberFiles(): string[] {
    const names = [...(this.targets ?? [])].filter(([name]) => name.includes('numbers/'));
    return names.map(([name, bytes]) => targetPath(name, hashOf(bytes)));
  }

  /** Publishes a list; gives the bytes of the new delta, where there is one. */
  publish(version: string, entries: Entries, printed?: ReportedState): Promise<number> {
    return this.publishBlocks(version, blocksOf(entries), printed);
  }

  /** The same with a list in blocks. `printed`: single entries beside it. */
  async publishBlocks(
    version: string,
    blocks: readonly Bytes[],
    printed: ReportedState = new Map<string, string[]>(),
  ): Promise<number> {
    const before = this.targets;
    const content = {
      info: {
        format: 1 as const,
        version,
        published: '2026-11-25',
        name: { vi: 'Danh sách thử', en: 'Test list' },
        contact: 'thu@example.test',
      },
      reported: printed,
      numbers: { categories: CATEGORIES, blocks },
    };
    const targets = await targetsOf(content, before);
    this.targets = targets;
    const named: Record<string, unknown> = {};
    for (const [name, bytes] of targets) {
      const hash = hashOf(bytes);
      named[name] = { length: bytes.length, hashes: { sha256: hash }, custom: { format: 1 } };
      this.repository.files.set(targetPath(name, hash), bytes);
    }
    nextVersion(this.repository, 'targets', (signed) => {
      signed.targets = named;
    });
    republish(this.repository);
    for (const [path, bytes] of this.repository.files) this.nginx.put(path, bytes);
    const fresh = [...targets].filter(([name]) => name.startsWith('deltas/') && !before?.has(name));
    return fresh.reduce((sum, [, { length }]) => sum + length, 0);
  }
}
