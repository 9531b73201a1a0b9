/** Shows that packages can be built again: unpacks the source package elsewhere and does there what a reviewer does. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { SUMS_FILE, type Packages } from './packages';

/**
 * The names of the packages that come out with other bytes; empty where all are the same. `installed`: a node_modules to
 * use in place of `npm ci`, seconds in place of a minute.
 */
export function differing({ folder, sums }: Packages, installed?: string): string[] {
  const source = [...sums.keys()].find((file) => file.endsWith('-source.zip'));
  if (source === undefined) throw new Error('This is a source package already: verify where it was made.');
  const top = mkdtempSync(join(tmpdir(), 'canh-giac-rebuild-'));
  // Another depth and another name than the first folder's: a path that got into a build would show.
  const place = join(top, 'a folder', 'unpacked');
  try {
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(folder, source))))) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), bytes);
    }
    if (installed !== undefined) symlinkSync(installed, join(place, 'node_modules'), 'junction');
    runZip(place);
    const rebuilt = join(place, '.output', 'packages', basename(folder), SUMS_FILE);
    const lines = readFileSync(rebuilt, 'utf8').split('\n');
    return [...sums]
      .filter(([file, sum]) => file !== source && !lines.includes(`${sum}  ${file}`))
      .map(([file]) => file);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

function runZip(folder: string): void {
  // npm names its own script when it runs us; a bare `npm` needs a shell on Windows.
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const done = spawnSync(command, [...args, 'run', 'zip'], {
    cwd: folder,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (done.status !== 0) throw new Error('npm run zip failed in the unpacked source package.');
}
