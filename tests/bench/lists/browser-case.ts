/** One case in the background worker of a real Chromium with the built extension: its times, disk and memory. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { launch, type LaunchedBrowser } from '../../../scripts/browser/launch';
import { decodeChanges, encodeChanges } from '../../../lib/lists/compact/changes';
import { numberOf } from '../../../lib/lists/compact/number-key';
import { blocksOf, changedBlocks, filesOf, hashOfBlocks } from '../../../lib/lists/compact/whole-set';
import { bundle } from '../../browser/support/bundle';
import { dayOf, generate, questions } from './generate';

export interface BrowserRow {
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
  readonly note?: string;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');

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

async function serve(files: ReadonlyMap<string, Uint8Array>) {
  const server = createServer((request, response) => {
    const body = files.get((request.url ?? '').slice(1));
    response.writeHead(body ? 200 : 404, { 'access-control-allow-origin': '*' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { address, close: () => (server.closeAllConnections(), server.close()) };
}

type LookUps = Pick<BrowserRow, 'coldMs' | 'coldMedian' | 'warmMs'> & { readonly loaded: number };
type Call = <T>(expression: string) => Promise<T>;

async function inWorker<T>(job: (call: Call, browser: LaunchedBrowser) => Promise<T>): Promise<T> {
  const browser = await launch({ extension: join(ROOT, '.output', 'chrome-mv3') });
  try {
    // An open page of the extension keeps the worker's process, and lets the worker live.
    const page = await browser.context.newPage();
    await page.goto(browser.pageUrl('popup.html'));
    const worker = await browser.worker();
    await worker.evaluate(await bundle(join(import.meta.dirname, 'in-worker.ts')));
    await worker.evaluate('setInterval(() => chrome.runtime.getPlatformInfo(), 10000); 0');
    return await job((expression) => worker.evaluate(`canhGiacBench.${expression}`), browser);
  } finally {
    await browser.close();
  }
}

/** Runs a job and gives the most memory that it took above what was there before. */
async function peakOf<T>(pid: string, job: () => Promise<T>): Promise<[T, number]> {
  const before = memory(pid).now;
  const result = await job();
  return [result, memory(pid).peak - before];
}

/** Our store: first load from a server, look-ups after every opening, a day's delta with look-ups beside it. */
export async function ours(count: number): Promise<BrowserRow> {
  const entries = generate(count);
  const blocks = blocksOf(entries);
  const day = encodeChanges(dayOf(entries));
  const after = await hashOfBlocks(await changedBlocks(blocks, decodeChanges(day)));
  const files = new Map<string, Uint8Array>(filesOf(blocks).map((file, i) => [String(i), file]));
  files.set('day', day);
  const server = await serve(files);
  const urls = [...files.keys()].filter((name) => name !== 'day').map((name) => server.address + name);
  const asked = JSON.stringify(
    Array.from({ length: 40 }, (_, i) => questions(entries, 50, 10 + i).map(numberOf)),
  );
  const state = await hashOfBlocks(blocks);
  try {
    return await inWorker(async (call, browser) => {
      const pid = await extensionProcess(browser);
      const [buildMs, buildPeak] = await peakOf(pid, () =>
        call<number>(`build(${JSON.stringify(urls)}, '${state}')`),
      );
      const disk = await call<number>('usage()');
      const look = await call<LookUps>(`lookups(${asked})`);
      const [update, updatePeak] = await peakOf(pid, () =>
        call<{ ms: number; slowestBeside: number }>(`update('${server.address}day', '${after}', ${asked})`),
      );
      const note = `${Math.ceil(look.loaded / 1000)} kB read by a cold look-up at most; slowest look-up during the update ${update.slowestBeside.toFixed(0)} ms`;
      return { disk, buildMs, ...look, updateMs: update.ms, buildPeak, updatePeak, note };
    });
  } finally {
    server.close();
  }
}

type Peer = Omit<BrowserRow, 'disk' | 'buildPeak' | 'updatePeak' | 'note'> & { readonly written?: number };

/** A peer by the expression that runs it. Its memory is the most over the whole run, generating the list taken off. */
export async function peer(expression: string, count: number): Promise<BrowserRow> {
  return inWorker(async (call, browser) => {
    const pid = await extensionProcess(browser);
    const [row, peak] = await peakOf(pid, () => call<Peer>(expression));
    const disk = await call<number>('usage()');
    const stopped = row.written !== undefined && row.written < count;
    return {
      ...row,
      disk,
      buildPeak: peak,
      updatePeak: NaN,
      ...(stopped && { note: `stopped at ${row.written} rows` }),
    };
  });
}
