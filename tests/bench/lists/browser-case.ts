/** One case in the background worker of a real Chromium with the built extension: its times, disk and memory. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launch, type LaunchedBrowser } from '../../../scripts/browser/launch';
import { numberOf } from '../../../lib/lists/compact/number-key';
import { blocksOf, changedBlocks } from '../../../lib/lists/compact/whole-set';
import { bundle } from '../../browser/support/bundle';
import { CompactFeed } from '../../browser/support/compact-feed';
import { startNginx } from '../../browser/support/nginx';
import { dayOf, generate, questions } from './generate';

export interface BrowserRow {
  /** Bytes that the databases take on disk once they have come to rest, without what was there before. */
  readonly disk: number;
  readonly buildMs: number;
  /** 95th percentile and median. */
  readonly coldMs: number;
  readonly coldMedian: number;
  readonly warmMs: number;
  readonly updateMs: number;
  /** Most memory of the worker's process above what it had before: while building, while updating. */
  readonly buildPeak: number;
  readonly updatePeak: number;
  readonly notes?: readonly string[];
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** A database that did not change for so long has cleared up, in milliseconds. */
const REST_MS = 3000;

/** The process of the extension among those of this browser. */
async function extensionProcess({ context }: LaunchedBrowser): Promise<string> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const found = processInfo
    .map(({ id }) => String(id))
    .find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process'));
  if (found === undefined) throw new Error('the process of the extension was not found');
  return found;
}

/** Resident memory now and the most since the last reset, in bytes; resets. */
function memory(pid: string): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) * 1024;
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return { now: of('VmRSS'), peak: of('VmHWM') };
}

type LookUps = Pick<BrowserRow, 'coldMs' | 'coldMedian' | 'warmMs'> & { readonly loaded: number };
interface Update {
  readonly ms: number;
  readonly version: string;
  readonly count: number;
}

interface Bench {
  /** Evaluates in the worker. */
  readonly call: <T>(expression: string) => Promise<T>;
  /** Runs a job and gives the most memory that it took above what was there before. */
  readonly peakOf: <T>(job: () => Promise<T>) => Promise<readonly [T, number]>;
  /** Bytes of all databases now. */
  readonly disk: () => number;
  /** The same once they change no more. */
  readonly diskAtRest: () => Promise<number>;
}

/** Bytes of the files under a folder; those that go meanwhile count nothing. */
function bytesUnder(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) {
      bytes += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
    }
  }
  return bytes;
}

async function inWorker<T>(job: (bench: Bench) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'canh-giac-bench-'));
  const browser = await launch({ extension: join(ROOT, '.output', 'chrome-mv3'), profile });
  try {
    // An open page of the extension keeps the worker's process, and lets the worker live.
    const page = await browser.context.newPage();
    await page.goto(browser.pageUrl('popup.html'));
    const worker = await browser.worker();
    await worker.evaluate(await bundle(join(import.meta.dirname, 'in-worker.ts')));
    await worker.evaluate('setInterval(() => chrome.runtime.getPlatformInfo(), 10000); 0');
    const pid = await extensionProcess(browser);
    const disk = () => bytesUnder(join(profile, 'Default', 'IndexedDB'));
    const diskAtRest = async () => {
      let [bytes, since] = [disk(), Date.now()];
      while (Date.now() - since <= REST_MS) {
        await wait(200);
        const now = disk();
        if (now !== bytes) [bytes, since] = [now, Date.now()];
      }
      return bytes;
    };
    await diskAtRest();
    return await job({
      call: (expression) => worker.evaluate(`canhGiacBench.${expression}`),
      peakOf: async (run) => {
        const before = memory(pid).now;
        const result = await run();
        return [result, memory(pid).peak - before] as const;
      },
      disk,
      diskAtRest,
    });
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The most that a figure is while a job runs. */
async function most<T>(figure: () => number, job: Promise<T>): Promise<readonly [T, number]> {
  let [high, done] = [figure(), false];
  const watching = (async () => {
    while (!done) {
      high = Math.max(high, figure());
      await wait(50);
    }
  })();
  const result = await job.finally(() => {
    done = true;
  });
  await watching;
  return [result, high];
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const perNumber = (bytes: number, count: number) => (bytes / count).toFixed(2);

/** Our store: first load from nginx by the extension's own client, look-ups, a day's delta with look-ups beside it. */
export async function ours(count: number): Promise<BrowserRow> {
  const entries = generate(count);
  const blocks = blocksOf(entries);
  const nginx = await startNginx();
  const asked = JSON.stringify(
    Array.from({ length: 40 }, (_, i) => questions(entries, 50, 10 + i).map(numberOf)),
  );
  try {
    const feed = await CompactFeed.start(nginx);
    await feed.publishBlocks('2026.11.1', blocks);
    return await inWorker(async ({ call, peakOf, disk, diskAtRest }) => {
      const before = disk();
      await call(`follow('${feed.id}', '${nginx.address}')`);
      const [[first, mostDisk], buildPeak] = await peakOf(() =>
        most(disk, call<Update>(`update('${feed.id}')`)),
      );
      if (first.count !== count) throw new Error(`${first.count} numbers were loaded`);
      const atRest = (await diskAtRest()) - before;
      const look = await call<LookUps>(`lookups(${asked})`);
      const question = await call<{ p95: number; median: number }>('question(40)');

      const after = await changedBlocks(blocks, dayOf(entries));
      const delta = await feed.publishBlocks('2026.11.2', after);
      nginx.requests();
      const [update, updatePeak] = await peakOf(() =>
        call<Update & { slowestBeside: number }>(`updateBeside('${feed.id}', ${asked})`),
      );
      if (update.version !== '2026.11.2') throw new Error(`version ${update.version} is live`);
      const requests = nginx.requests();
      const wire = requests.reduce((sum, { sent }) => sum + sent, 0);
      const ownBytes = blocks.reduce((sum, { length }) => sum + length, 0);
      return {
        ...{ disk: atRest, buildMs: first.ms, ...look, updateMs: update.ms, buildPeak, updatePeak },
        notes: [
          `bytes a number: ${perNumber(ownBytes, count)} of blocks, ${perNumber(atRest - ownBytes, count)} of their hashes, places and the database; while it was loaded at most ${perNumber(Math.max(mostDisk - before, atRest), count)} on disk`,
          `a cold look-up reads ${Math.ceil(look.loaded / 1000)} kB at most; one question to the database that finds nothing takes ${question.p95.toFixed(1)} ms (median ${question.median.toFixed(1)}), a cold look-up asks five times, one after the other`,
          `over the wire for the day, headers counted, nothing compressed: ${kB(wire)} in ${requests.length} files, of them ${kB(delta)} the delta; ${requests.map(({ request, sent }) => `${nameIn(request)} ${sent}`).join(', ')}`,
          `slowest look-up during the update ${update.slowestBeside.toFixed(0)} ms`,
        ],
      };
    });
  } finally {
    await nginx.close();
  }
}

/** The name of a file without folder and hash. */
function nameIn(request: string): string {
  return request.replace(/^GET .*\//, '').replace(/^[0-9a-f]{64}\./, '');
}

type Peer = Pick<BrowserRow, 'buildMs' | 'coldMs' | 'coldMedian' | 'warmMs' | 'updateMs'> & {
  readonly written?: number;
};

/** A peer by the expression that runs it. Its memory is the most over the whole run. */
export async function peer(expression: string, count: number): Promise<BrowserRow> {
  return inWorker(async ({ call, peakOf, disk, diskAtRest }) => {
    const before = disk();
    await call(`prepare(${count})`);
    const [row, peak] = await peakOf(() => call<Peer>(expression));
    const atRest = (await diskAtRest()) - before;
    const stopped = row.written !== undefined && row.written < count;
    return {
      ...row,
      // What was not written counts as what was.
      disk: stopped ? (atRest / (row.written ?? count)) * count : atRest,
      ...{ buildPeak: peak, updatePeak: NaN },
      ...(stopped && { notes: [`stopped at ${row.written} rows; bytes a number are of those`] }),
    };
  });
}
