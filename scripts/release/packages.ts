/** Builds an edition for the three stores and packs what each of them asks for. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runBin } from '../setup.mjs';
import { pack, readFolder } from './pack';
import {
  buildEnvironment,
  HOSTS_FILE,
  placeHosts,
  readRecipe,
  RECIPE_FILE,
  sourceFiles,
  type Asked,
} from './recipe';

export interface Packages {
  readonly folder: string;
  /** SHA-256 by file name, in the order of the names. */
  readonly sums: ReadonlyMap<string, string>;
}

/** File that holds the sums, as sha256sum writes and checks them. */
export const SUMS_FILE = 'SHA256SUMS';

/** Builds and packs into .output/packages/EDITION. A source package builds no source package of itself. */
export function buildPackages(root: string, asked: Asked): Packages {
  const recipe = readRecipe(root, asked);
  const folder = join(root, '.output', 'packages', recipe.edition);
  rmSync(folder, { recursive: true, force: true });
  const built = join(folder, 'unpacked');
  const hosts = placeHosts(root, built, asked.hosts);
  const env = { ...buildEnvironment(recipe, hosts), CANH_GIAC_OUT: built };
  for (const browser of ['chrome', 'firefox']) {
    if (!runBin('wxt', ['build', '-b', browser, '--mv3', '--level', 'warn'], env)) {
      throw new Error(`The build for ${browser} failed.`);
    }
  }
  const chromium = pack(readFolder(join(built, 'chrome-mv3')));
  const archives: Record<string, Uint8Array> = {
    chrome: chromium,
    // Edge takes Chrome's package as it is: no update_url, no key, texts by default_locale.
    edge: chromium,
    firefox: pack(readFolder(join(built, 'firefox-mv3'))),
  };
  if (!existsSync(join(root, RECIPE_FILE))) {
    const files = new Map(sourceFiles(root).map((path) => [path, readFileSync(join(root, path))]));
    files.set(RECIPE_FILE, Buffer.from(`${JSON.stringify(recipe, null, 2)}\n`));
    if (hosts !== undefined) files.set(HOSTS_FILE, readFileSync(hosts));
    archives.source = pack(files);
  }
  return write(root, folder, recipe.edition, archives);
}

function write(
  root: string,
  folder: string,
  edition: string,
  archives: Record<string, Uint8Array>,
): Packages {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const stem = [name, version, ...(edition === 'public' ? [] : [edition])].join('-');
  const sums = new Map<string, string>();
  mkdirSync(folder, { recursive: true });
  for (const [kind, bytes] of Object.entries(archives)) {
    const file = `${stem}-${kind}.zip`;
    writeFileSync(join(folder, file), bytes);
    sums.set(file, createHash('sha256').update(bytes).digest('hex'));
  }
  writeFileSync(join(folder, SUMS_FILE), [...sums].map(([file, sum]) => `${sum}  ${file}\n`).join(''));
  return { folder, sums };
}
