/** Packages: the same bytes from the same files, and a recipe that says all that decides them. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { knownWarnings } from '../../../scripts/release/known-warnings';
import { pack, readFolder } from '../../../scripts/release/pack';
import { buildEnvironment, placeHosts, readRecipe } from '../../../scripts/release/recipe';

const bytes = (text: string) => new TextEncoder().encode(text);
const folder = () => mkdtempSync(join(tmpdir(), 'canh-giac-release-'));

afterEach(() => vi.unstubAllEnvs());

describe('pack', () => {
  test('order of the files, clock and time zone leave no trace', () => {
    const forwards = pack(
      new Map([
        ['a.txt', bytes('một')],
        ['b/c.txt', bytes('hai')],
      ]),
    );
    vi.stubEnv('TZ', 'Asia/Ho_Chi_Minh');
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    const backwards = pack(
      new Map([
        ['b/c.txt', bytes('hai')],
        ['a.txt', bytes('một')],
      ]),
    );
    vi.useRealTimers();
    expect(backwards).toEqual(forwards);
    expect(Object.entries(unzipSync(forwards)).map(([path, data]) => [path, strFromU8(data)])).toEqual([
      ['a.txt', 'một'],
      ['b/c.txt', 'hai'],
    ]);
  });

  test('a folder is read with its subfolders, by paths with slashes', () => {
    const root = folder();
    mkdirSync(join(root, 'x', 'y'), { recursive: true });
    writeFileSync(join(root, 'x', 'y', 'z.txt'), 'z');
    expect([...readFolder(root).keys()]).toEqual(['x/y/z.txt']);
  });
});

describe('recipe', () => {
  const asked = (hosts?: string) => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    return readRecipe(folder(), { hosts });
  };

  test('an edition has the name of its host list', () => {
    expect(asked()).toEqual({ edition: 'public', builtAt: 1_700_000_000 });
    expect(asked('/x/So KHCN_Can Tho.txt').edition).toBe('so-khcn-can-tho');
    for (const name of ['public.txt', '...txt', 'đ.txt']) expect(() => asked(name), name).toThrow('Latin');
  });

  test('a source package builds what its recipe says, and nothing else', () => {
    const root = folder();
    writeFileSync(
      join(root, 'release.json'),
      JSON.stringify({ edition: 'so', builtAt: 5, firefoxId: 'a@b.vn' }),
    );
    expect(readRecipe(root, {})).toEqual({ edition: 'so', builtAt: 5, firefoxId: 'a@b.vn' });
    expect(() => readRecipe(root, { hosts: 'x.txt' })).toThrow('source package');
    writeFileSync(join(root, 'release.json'), '{"edition":"../x","builtAt":5}');
    expect(() => readRecipe(root, {})).toThrow();
  });

  test('hosts come from the file that was asked for, else from the source package; a wrong line stops all', () => {
    const [root, place] = [folder(), folder()];
    expect(placeHosts(root, place, undefined)).toBeUndefined();
    const file = join(root, 'release-hosts.txt');
    writeFileSync(file, 'mail.example.gov.vn\n');
    expect(placeHosts(root, place, undefined)).toBe(join(place, 'release-hosts.txt'));
    writeFileSync(file, 'https://*/\n');
    expect(() => placeHosts(root, place, file)).toThrow('line 1');
  });

  test("nothing of the caller's environment comes into a build", () => {
    expect(buildEnvironment({ edition: 'public', builtAt: 5 }, undefined)).toEqual({
      NODE_ENV: 'production',
      SOURCE_DATE_EPOCH: '5',
      CANH_GIAC_EDITION: '',
      CANH_GIAC_GRANTED: '',
      CANH_GIAC_HOSTS: '',
      CANH_GIAC_FIREFOX_ID: '',
      CANH_GIAC_FEED: '',
      CANH_GIAC_FEED_ROOT: '',
    });
  });
});

test('the warnings of web-ext lint are read from the table of docs/stores.md', () => {
  expect(knownWarnings('| `ONE_CODE` | 2 | since |\n| `OTHER` | 1 | |\n| x | 3 | y |')).toEqual({
    ONE_CODE: 2,
  });
  expect(Object.keys(knownWarnings())).not.toEqual([]);
});
