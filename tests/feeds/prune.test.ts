/** Old files of a feed go a month after the publication that needed them; nothing that a browser may ask for does. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prunable } from '../../lib/lists/publish/prune';
import { withoutNumber } from './support/without-number';
import type { FeedFolder } from '../../scripts/feed/folder';
import { signersIn } from '../../scripts/feed/keys';
import { refreshDates } from '../../scripts/feed/dates';
import { signDraft } from '../../scripts/feed/publishing';
import { rotateRole } from '../../scripts/feed/rotation';
import { keysOf, newFeed, readAsBrowser } from './support/publisher';

vi.setConfig({ testTimeout: 60_000 });

const DAY = 86_400_000;
const START = Date.UTC(2026, 8, 1);
beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

function prune(folder: FeedFolder, days: number): string[] {
  const read = (path: string) => folder.disk.read(`public/${path}`);
  const gone = prunable(folder.publishedPaths(), read, Date.now(), days * DAY);
  for (const path of gone) folder.disk.remove(`public/${path}`);
  return gone;
}

test('a publication a week, dates daily: each keeps its files until 30 days after it was replaced', async () => {
  const folder = await newFeed();
  /** What a browser needs of each publication, and when another took its place. */
  const publications: { paths: string[]; until: number }[] = [];
  const all = () => folder.publishedPaths().filter((path) => !path.endsWith('timestamp.json'));
  for (let week = 0; week < 9; week++) {
    vi.setSystemTime(START + (week * 7 + 1) * DAY);
    const { reported } = folder.draft();
    const [number = ''] = reported.keys();
    const before = all();
    folder.writeReported(withoutNumber(reported, number));
    const signers = await signersIn(keysOf(folder));
    await signDraft(folder, signers);
    publications.push({ paths: all().filter((path) => !before.includes(path)), until: Infinity });
    const last = publications.at(-2);
    if (last) last.until = Date.now();
    if (week === 4) await rotateRole(folder, 'targets', keysOf(folder));
    vi.setSystemTime(START + (week * 7 + 3) * DAY);
    await refreshDates(folder, await signersIn(keysOf(folder)));
  }
  const now = Date.now();
  const browser = await readAsBrowser(folder);
  const gone = prune(folder, 30);
  expect(gone.length).toBeGreaterThan(0);
  expect(await readAsBrowser(folder)).toEqual(browser);
  const left = new Set(all());
  const targetsOf = (paths: readonly string[]) => paths.filter((path) => /targets/.test(path));
  for (const { paths, until } of publications) {
    if (until >= now - 30 * DAY) expect(targetsOf(paths).filter((path) => !left.has(path))).toEqual([]);
  }
  expect(targetsOf(publications[0]?.paths ?? []).some((path) => !left.has(path))).toBe(true);
  expect([...left].filter((path) => path.endsWith('.root.json'))).toHaveLength(2);
  // Nothing more to do; and with no days kept, only what is live stays.
  expect(prune(folder, 30)).toEqual([]);
  prune(folder, 0);
  expect(folder.publishedPaths().filter((path) => path.endsWith('.snapshot.json'))).toHaveLength(1);
  expect(await readAsBrowser(folder)).toEqual(browser);
});

test('what is no file of the feed is left alone', async () => {
  const folder = await newFeed();
  folder.disk.write('public/index.html', Buffer.from('hello'));
  expect(prune(folder, 0)).toEqual([]);
  expect(folder.has('public/index.html')).toBe(true);
});
