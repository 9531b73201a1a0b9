/** What decides the bytes of a package beside the source: kept in release.json of the source package. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { parseHostList } from '../../lib/page/hosts';

/** At the root of a source package, and nowhere else. */
export const RECIPE_FILE = 'release.json';
/** A department's host list, in the source package of its edition. */
export const HOSTS_FILE = 'release-hosts.txt';

const Recipe = v.strictObject({
  /** `public`, or the name of a department's host list. */
  edition: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  /** Seconds since 1970, of the commit: no clock of a browser can be before it. */
  builtAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Firefox's id of the add-on, where it is another than the project's. */
  firefoxId: v.optional(v.string()),
  /** The feed that the build follows. */
  feed: v.optional(v.object({ address: v.string(), root: v.string() })),
});
export type Recipe = v.InferOutput<typeof Recipe>;

export interface Asked {
  readonly hosts?: string | undefined;
  readonly firefoxId?: string | undefined;
}

/** The recipe of this folder: what a source package says, else what was asked for and the last commit's time. */
export function readRecipe(root: string, { hosts, firefoxId }: Asked): Recipe {
  const own = join(root, RECIPE_FILE);
  if (existsSync(own)) {
    if (hosts !== undefined || firefoxId !== undefined) {
      throw new Error(`This is a source package: ${RECIPE_FILE} says what it builds. Leave the options out.`);
    }
    return v.parse(Recipe, JSON.parse(readFileSync(own, 'utf8')));
  }
  const { SOURCE_DATE_EPOCH, CANH_GIAC_FEED: address, CANH_GIAC_FEED_ROOT: feedRoot } = process.env;
  return v.parse(Recipe, {
    edition: hosts === undefined ? 'public' : editionName(hosts),
    builtAt: Number(SOURCE_DATE_EPOCH ?? git(root, ['log', '-1', '--format=%ct'])),
    ...(firefoxId !== undefined && { firefoxId }),
    ...(address !== undefined && feedRoot !== undefined && { feed: { address, root: feedRoot } }),
  });
}

function editionName(file: string): string {
  const name = basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (name === '' || name === 'public')
    throw new Error(`Give ${file} the department's name in Latin letters.`);
  return name;
}

/** Puts the department's host list where the build and the source package take it from; nothing without one. */
export function placeHosts(root: string, folder: string, hosts: string | undefined): string | undefined {
  const place = join(folder, HOSTS_FILE);
  const file = hosts === undefined ? join(root, HOSTS_FILE) : resolve(hosts);
  if (hosts === undefined && !existsSync(file)) return undefined;
  // Read here too, so that a wrong line is named before anything is built.
  parseHostList(readFileSync(file, 'utf8'));
  mkdirSync(dirname(place), { recursive: true });
  copyFileSync(file, place);
  return place;
}

/** What wxt.config.ts reads; all of it is set, so that nothing of the caller's environment comes in. */
export function buildEnvironment(recipe: Recipe, hosts: string | undefined): Record<string, string> {
  return {
    NODE_ENV: 'production',
    SOURCE_DATE_EPOCH: String(recipe.builtAt),
    CANH_GIAC_EDITION: '',
    CANH_GIAC_GRANTED: '',
    CANH_GIAC_HOSTS: hosts ?? '',
    CANH_GIAC_FIREFOX_ID: recipe.firefoxId ?? '',
    CANH_GIAC_FEED: recipe.feed?.address ?? '',
    CANH_GIAC_FEED_ROOT: recipe.feed?.root ?? '',
  };
}

/** The files of the source: all that is committed or about to be. */
export function sourceFiles(root: string): string[] {
  const listed = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).split('\0');
  return [...new Set(listed)].filter((path) => path !== '' && existsSync(join(root, path)));
}

function git(root: string, args: readonly string[]): string {
  // A clone that another user made is only read.
  return execFileSync('git', ['-c', 'safe.directory=*', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
  }).trim();
}
