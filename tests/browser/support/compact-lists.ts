/**
 * A compact list from end to end: published, served by a real nginx, loaded by the extension's background worker in a
 * real Chromium, while a page goes on being marked.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Standing } from '../../../lib/lists/standing';
import { GONE, type Changes } from '../../../lib/lists/compact/changes';
import type { Entries } from '../../../lib/lists/compact/block';
import { formatNumber } from '../../../lib/numbers/format';
import { numberOf } from '../../../lib/lists/compact/number-key';
import { dayOf, generate } from '../../bench/lists/generate';
import { bundle } from './bundle';
import { CompactFeed } from './compact-feed';
import { expect, highlights, test as base } from './extension';
import { startNginx, type Nginx } from './nginx';
import type { LaunchedBrowser } from '../../../scripts/browser/launch';

interface Outcome {
  readonly ms: number;
  readonly progress: readonly (readonly [done: number, total: number])[];
  readonly version?: string;
  readonly count?: number;
  readonly error?: string;
}

/** A list with changes in it. */
function changed({ keys, records }: Entries, changes: Changes): Entries {
  const all = new Map<number, number>();
  keys.forEach((key, i) => all.set(key, records[i] ?? 0));
  changes.keys.forEach((key, i) => {
    const record = changes.records[i] ?? GONE;
    if (record === GONE) all.delete(key);
    else all.set(key, record);
  });
  const next = Float64Array.from(all.keys()).sort();
  return { keys: next, records: Uint32Array.from(next, (key) => all.get(key) ?? 0) };
}

/** What the extension itself says of a number. */
async function standingOf(page: Page, key: number): Promise<Standing['kind']> {
  const args = { text: `Gọi ${formatNumber(numberOf(key))}` };
  const reply = await page.evaluate<{
    value: { verdict: { findings: { kind: string; standing: Standing }[] } };
  }>(`chrome.runtime.sendMessage(${JSON.stringify({ name: 'check', args })})`);
  const found = reply.value.verdict.findings.find(({ kind }) => kind === 'phone');
  if (!found) throw new Error(`${args.text} was not read as a number`);
  return found.standing.kind;
}

/** The worker with our client in it; a new one after it was stopped. */
async function inWorker<T>(extension: LaunchedBrowser, script: string, call: string): Promise<T> {
  const worker = await extension.worker();
  await worker.evaluate(`globalThis.canhGiacLists ? 0 : (() => { ${script}\nreturn 0; })()`);
  return worker.evaluate(`canhGiacLists.${call}`);
}

async function follow(page: Page, id: string, address: string): Promise<void> {
  const record = { id, address, origin: 'person', scope: ['reported'], addedAt: 1, dueAt: 9e15, failures: 0 };
  await page.evaluate(
    (feed) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('canh-giac');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const tx = opening.result.transaction('feeds', 'readwrite');
          tx.objectStore('feeds').put(feed, feed.id);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    record,
  );
}

const isMobile = (key: number) => key >= 3e8 && key < 1e9;

export const test = base.extend<object, { nginx: Nginx }>({
  nginx: [
    async ({}, use) => {
      const nginx = await startNginx();
      await use(nginx);
      await nginx.close();
    },
    { scope: 'worker' },
  ],
});

/** Declares the test for a list of so many numbers. */
export function compactListTest(count: number): void {
  test(`a list of ${count.toLocaleString('en')} numbers: first load, a day's delta, a killed worker`, async ({
    nginx,
    extension,
    open,
  }) => {
    const script = await bundle(join(import.meta.dirname, 'lists-worker.ts'));
    const feed = await CompactFeed.start(nginx);
    const first = generate(count);
    const day = dayOf(first);
    const second = changed(first, day);
    const mobiles = first.keys.filter(isMobile);
    const stays = mobiles.find((key) => !day.keys.includes(key)) ?? 0;
    const goes = day.keys.find((key, i) => day.records[i] === GONE && isMobile(key)) ?? 0;
    const comes =
      day.keys.find((key, i) => day.records[i] !== GONE && isMobile(key) && !first.keys.includes(key)) ?? 0;
    await feed.publish('2026.11.1', first);

    const panel = await extension.context.newPage();
    await panel.goto(extension.pageUrl('popup.html'));
    expect(await standingOf(panel, stays)).toBe('unknown');
    await follow(panel, feed.id, nginx.address);

    // The page: posts keep coming while the list is loaded.
    const { page } = await open('https://x.com/x');
    await expect.poll(async () => Object.keys(await highlights(page)).length).toBeGreaterThan(0);
    await page.evaluate(() => {
      const counted = window as unknown as { longTasks: number; posts: number };
      counted.longTasks = 0;
      counted.posts = 0;
      new PerformanceObserver((list) => (counted.longTasks += list.getEntries().length)).observe({
        type: 'longtask',
      });
      const column = document.querySelector('[data-testid="primaryColumn"]');
      const post = () => {
        const cell = document.createElement('div');
        const text = document.createElement('div');
        const article = document.createElement('article');
        article.dataset.testid = 'tweet';
        text.dataset.testid = 'tweetText';
        text.textContent = `Gọi 0292 000 ${String(1000 + counted.posts++)} để được hỗ trợ.`;
        article.append(text);
        cell.append(article);
        column?.append(cell);
      };
      setInterval(post, 200);
    });
    const marked = async () => ((await highlights(page))['canh-giac-number'] ?? []).join();
    await expect.poll(marked).toContain('0292 000 1000');
    const loaded = await inWorker<Outcome>(extension, script, `update('${feed.id}')`);
    expect(loaded).toMatchObject({ version: '2026.11.1', count });
    expect(loaded.error).toBeUndefined();
    const done = loaded.progress.map(([part]) => part);
    expect(done.length).toBeGreaterThan(0);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(new Set(loaded.progress.map(([, total]) => total)).size).toBe(1);
    const posts = await page.evaluate(() => (window as unknown as { posts: number }).posts);
    await expect.poll(marked).toContain(`0292 000 ${1000 + posts}`);
    expect(await page.evaluate(() => (window as unknown as { longTasks: number }).longTasks)).toBe(0);
    expect([await standingOf(panel, stays), await standingOf(panel, goes)]).toEqual(['reported', 'reported']);
    expect(await standingOf(panel, comes)).toBe('unknown');

    // The next day: the delta alone.
    const deltaBytes = await feed.publish('2026.11.2', second);
    expect(deltaBytes).toBeGreaterThan(0);
    nginx.requests();
    const updated = await inWorker<Outcome>(extension, script, `update('${feed.id}')`);
    expect(updated).toMatchObject({ version: '2026.11.2', count: second.keys.length });
    const asked = nginx.requests();
    expect(asked.filter(({ request }) => request.includes('/numbers/'))).toEqual([]);
    const wire = asked.reduce((sum, { bytes }) => sum + bytes, 0);
    if (count >= 1_000_000) expect([deltaBytes <= 8_000, wire <= 30_000]).toEqual([true, true]);
    expect([await standingOf(panel, comes), await standingOf(panel, goes)]).toEqual(['reported', 'unknown']);

    // A new base, and the worker killed in the middle of it, behind its first files where there are several: the old
    // list answers, the next try brings the new one.
    const third = generate(count, 7);
    const onlyThird = third.keys.find((key) => isMobile(key) && !second.keys.includes(key)) ?? 0;
    await feed.publish('2026.11.3', third);
    const session = await extension.context.newCDPSession(panel);
    await session.send('ServiceWorker.enable');
    const held = nginx.hold(feed.numberFiles.at(-1) ?? '');
    const killed = inWorker(extension, script, `update('${feed.id}')`).catch(() => 'killed');
    await held;
    await session.send('ServiceWorker.stopAllWorkers');
    expect(await killed).toBe('killed');
    nginx.letGo();
    expect([await standingOf(panel, onlyThird), await standingOf(panel, comes)]).toEqual([
      'unknown',
      'reported',
    ]);
    expect(await inWorker<Outcome>(extension, script, `update('${feed.id}')`)).toMatchObject({
      version: '2026.11.3',
      count,
    });
    expect(await standingOf(panel, onlyThird)).toBe('reported');
  });
}
