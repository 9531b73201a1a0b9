/** Bytes of a feed's files, and what they come to for many browsers. */
import { gzipSync } from 'node:zlib';
import { readReportedIndex } from '../../lib/lists/feed/content-schema';
import { POLL_MS } from '../../lib/lists/feed/schedule';
import { planReported } from '../../lib/lists/reported/plan';
import type { FeedFolder } from './folder';

/** Request line, headers and headers of the answer, as nginx and a browser exchange them. Bytes, over HTTP/1.1. */
const HEADERS = 900;
const DAY_MS = 86_400_000;

export interface Sizes {
  readonly timestamp: number;
  /** Metadata, index and info that every update downloads. */
  readonly update: number;
  /** The way from the version before to this one, without `update`. */
  readonly delta: number;
  /** The whole reported base, and the other lists. */
  readonly base: number;
  readonly lists: number;
  /** The same after gzip, which a web server does on its own. */
  readonly gzip: { readonly update: number; readonly base: number; readonly lists: number };
  readonly pollsADay: number;
}

/** Measures a published feed. */
export async function sizesOf(folder: FeedFolder): Promise<Sizes> {
  const published = folder.published();
  if (!published) throw new Error('Nothing is published yet: sign first.');
  const targets = folder.publishedTargets(published);
  const bytesOf = (names: readonly string[]) => names.map((name) => targets.get(name) ?? new Uint8Array());
  const length = (files: readonly Uint8Array[]) => files.reduce((sum, file) => sum + file.length, 0);
  const packed = (files: readonly Uint8Array[]) =>
    files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  const index = readReportedIndex(targets.get('reported.json') ?? new Uint8Array());
  const lengthOf = (name: string) => targets.get(name)?.length ?? 0;
  const last = index.deltas.at(-1);
  const update = [
    published.timestamp,
    published.snapshot,
    published.targets,
    ...bytesOf(['reported.json', 'feed.json']),
  ];
  const plan = planReported(index, undefined, lengthOf);
  const base = bytesOf([...(plan?.base ?? []), ...(plan?.numbers ?? [])]);
  const lists = bytesOf(['directory.json', 'phrase-pack.json', 'site-pack.json']);
  return Promise.resolve({
    timestamp: published.timestamp.length,
    update: length(update),
    delta: last ? length(bytesOf([last.file])) : 0,
    base: length(base),
    lists: length(lists),
    gzip: { update: packed(update), base: packed(base), lists: packed(lists) },
    pollsADay: DAY_MS / ((POLL_MS[0] + POLL_MS[1]) / 2),
  });
}

function human(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${value >= 100 || unit === 0 ? value.toFixed(0) : value.toFixed(1)} ${units[unit] ?? ''}`;
}

/** The table of docs/feeds.md. Browsers run all day here: real ones ask less. */
export function costLines(sizes: Sizes): string[] {
  const { timestamp, update, delta, base, lists, gzip, pollsADay } = sizes;
  const rows = [1, 100_000, 30_000_000].map((clients) => {
    const polls = clients * pollsADay;
    const cells = [
      clients.toLocaleString('en'),
      `${((polls / 86_400) * 1).toFixed(clients === 1 ? 4 : 0)}/s`,
      `${human(polls * (timestamp + HEADERS))}/day`,
      human(clients * (update - timestamp + delta + 6 * HEADERS)),
      human(clients * (gzip.update + gzip.base + gzip.lists + 10 * HEADERS)),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `timestamp.json ${String(timestamp)} B; an update's metadata and index ${human(update)} (gzip ${human(gzip.update)});`,
    `last delta ${human(delta)}; reported base ${human(base)} (gzip ${human(gzip.base)}); other lists ${human(lists)} (gzip ${human(gzip.lists)}).`,
    `A browser polls ${pollsADay.toFixed(0)} times a day; ${String(HEADERS)} B of headers a request are counted in.`,
    '',
    '| browsers | polls | bytes of polls | one publication | first download, once |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
}
