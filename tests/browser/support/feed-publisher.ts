/** A publisher for the tests: the project's own commands, and repositories that nothing of ours made. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, type Repository } from '../../feeds/support/forge';
import { modelsRepository, ourRepository } from '../../feeds/support/repositories';
import type { Nginx } from './nginx';

const ROOT = join(import.meta.dirname, '..', '..', '..');

export const MAKERS: Readonly<
  Record<string, (now: number, content: Record<string, string>) => Promise<Repository>>
> = {
  'our publisher': ourRepository,
  '@tufjs/models': (now, content) => Promise.resolve(modelsRepository(now, content)),
};

/** SHA-256 of a repository's first root. */
export function fingerprintOf(repository: Repository): string {
  return hashOf(repository.files.get('metadata/1.root.json') ?? new Uint8Array());
}

/** Makes the server give exactly this repository under a folder. */
export function serve(nginx: Nginx, folder: string, repository: Repository): void {
  rmSync(join(nginx.root, folder), { recursive: true, force: true });
  for (const [path, bytes] of repository.files) nginx.put(join(folder, path), bytes);
}

/** A feed of `npm run feed`, in a folder of its own. */
export class Publisher {
  readonly folder = join(mkdtempSync(join(tmpdir(), 'canh-giac-feed-')), 'demo');

  /** Runs a command of `npm run feed`; throws where it is refused. */
  run(command: string, ...args: readonly string[]): string {
    const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
    const call = [tsx, join(ROOT, 'scripts/feed.ts'), command, this.folder, ...args];
    const done = spawnSync(process.execPath, call, { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`feed ${command}: ${done.stderr}`);
    return done.stdout;
  }

  /** Adds a strong report of today, in the draft. */
  add(number: string): void {
    const texts = ['--vi', 'Mục thử của bài kiểm tra', '--en', 'An entry of a test'];
    const source = [
      '--publisher',
      'Báo thử',
      '--url',
      'https://example.test/',
      '--category',
      'official_impersonation',
    ];
    this.run('add', number, ...texts, ...source);
  }

  fingerprint(): string {
    return hashOf(readFileSync(join(this.folder, 'public/metadata/1.root.json')));
  }

  /** Copies what is published to the server, as rsync would. */
  upload(nginx: Nginx): void {
    cpSync(join(this.folder, 'public'), nginx.root, { recursive: true });
  }

  close(): void {
    rmSync(join(this.folder, '..'), { recursive: true, force: true });
  }
}
