/**
 * The compact set beside its peers, in Node and in the background worker of Chromium, in one run:
 *   npm run bench:lists            10 thousand, 1 million, 10 million; minutes
 *   npm run bench:lists -- 10000   one size
 * Lists are generated from a seed (tests/bench/lists/generate.ts). Milliseconds depend on the machine: read the ratios.
 */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { ours, peer, type BrowserRow } from './lists/browser-case';
import { NODE_CASES, type NodeRow } from './lists/node-case';

// Playwright's watch over the network keeps in the worker all that was downloaded: up to 45 MB that are none of ours.
process.env.PLAYWRIGHT_DISABLE_SERVICE_WORKER_NETWORK = '1';

const sizes = process.argv.slice(2).map(Number);
const COUNTS = sizes.length > 0 ? sizes : [10_000, 1_000_000, 10_000_000];
/** A row for each number takes minutes at ten million: it is given this long. */
const ROWS_LIMIT_MS = 60_000;

const began = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const figure = (value: number, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const megabytes = (bytes: number) => figure(bytes / 1e6, Math.abs(bytes) < 1e7 ? 1 : 0);
const row = (cells: readonly string[]) => say(`| ${cells.join(' | ')} |`);

function head(title: string, columns: readonly string[]): void {
  say(`\n${title}\n`);
  row(columns);
  row(columns.map((_, i) => (i === 0 ? '---' : '--:')));
}

function inNode(name: string, count: number): NodeRow {
  const script = join(import.meta.dirname, 'lists', 'node-case.ts');
  const call = ['--expose-gc', '--max-old-space-size=8000', '--import', 'tsx', script, name, String(count)];
  const done = spawnSync(process.execPath, call, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${name}: ${done.stderr}`);
  return JSON.parse(done.stdout) as NodeRow;
}

for (const count of COUNTS) {
  const many = count.toLocaleString('en');
  head(`${many} numbers, Node ${process.versions.node}, in memory`, [
    'layout',
    'bytes a number',
    'build, ms',
    'look-up, µs',
    'same 50 again, µs',
    'day of 1,000 changes, ms',
    'memory, MB',
  ]);
  let information = { numbers: NaN, records: NaN };
  for (const name of NODE_CASES) {
    const { bytes, buildMs, coldUs, warmUs, updateMs, memory, deltaBytes, least } = inNode(name, count);
    row([
      name,
      // NaN is null in JSON: a Set has no bytes of its own.
      figure((bytes || NaN) / count, 2),
      figure(buildMs),
      figure(coldUs, 1),
      figure(warmUs, 1),
      figure(updateMs) + (deltaBytes === undefined ? '' : ` (${figure(deltaBytes / 1000, 1)} kB)`),
      megabytes(memory),
    ]);
    if (least) information = least;
  }
  const { numbers, records } = information;
  say(
    `\nThe list itself holds ${figure(numbers + records, 2)} bytes a number of information (${figure(numbers, 2)} which numbers, ${figure(records, 2)} what is said of them): no packing can take less.`,
  );
  head(`${many} numbers, background worker of Chromium, in IndexedDB`, [
    'store',
    'bytes a number on disk',
    'first load, ms',
    '50 numbers cold, p95 (median) ms',
    '50 again, p95 ms',
    'day of 1,000 changes, ms',
    'peak of first load, MB',
    'peak of update, MB',
  ]);
  const runs: [string, () => Promise<BrowserRow>][] = [
    ['compact set (ours)', () => ours(count)],
    ['Set from one record', () => peer(`whole('Set')`, count)],
    ['sorted Uint32Array, one record', () => peer(`whole('sorted Uint32Array')`, count)],
    ['a row a number', () => peer(`rows(${ROWS_LIMIT_MS})`, count)],
  ];
  const notes: string[] = [];
  for (const [name, run] of runs) {
    const one = await run();
    row([
      name,
      figure(one.disk / count, 2),
      figure(one.buildMs),
      `${figure(one.coldMs, 1)} (${figure(one.coldMedian, 1)})`,
      figure(one.warmMs, 1),
      figure(one.updateMs),
      megabytes(one.buildPeak),
      megabytes(one.updatePeak),
    ]);
    for (const note of one.notes ?? []) notes.push(`${name}: ${note}.`);
  }
  for (const note of notes) say(`\n${note}`);
}
const minutes = (performance.now() - began) / 60_000;
const [, , busy = 0] = loadavg();
const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
say(
  `\n${cpus().length} × ${processor}; on average ${figure(busy, 1)} processes wanted to run in the last 15 minutes; the bench took ${figure(minutes)} minutes`,
);
