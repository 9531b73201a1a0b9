/** A worker that was stopped answers from what it kept; after an update of the extension nothing of that counts. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch } from '../../scripts/browser/launch';
import { CHROME_BUILD } from './support/extension';
import { SCAM } from './support/messages';
import { reload } from './support/reload';

const folder = mkdtempSync(join(tmpdir(), 'canh-giac-start-'));
const extension = join(folder, 'extension');
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

/** The verdict on a message, as text. */
const verdict = (page: Page) =>
  page.evaluate(
    async (text) =>
      JSON.stringify(
        await (
          globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
        ).chrome.runtime.sendMessage({ name: 'check', args: { text } }),
      ),
    SCAM,
  );

/** The name of the code whose work is kept, if any; every reason in it is said in other words where `words` are given. */
const kept = (page: Page, words?: string) =>
  page.evaluate(
    (mark) =>
      new Promise<string | undefined>((resolve, reject) => {
        const opening = indexedDB.open('canh-giac');
        opening.onerror = () => reject(new Error('the database failed'));
        opening.onsuccess = () => {
          const db = opening.result;
          const store = db.transaction('prepared', 'readwrite').objectStore('prepared');
          const got = store.get('lists');
          got.onsuccess = () => {
            const record = got.result as { code: string; pack: { rest: string } } | undefined;
            if (record && mark !== undefined) {
              const rest = record.pack.rest.replace(/"reason":\{"vi":"[^"]*"/g, `"reason":{"vi":"${mark}"`);
              store.put({ ...record, pack: { ...record.pack, rest } }, 'lists');
            }
            store.transaction.oncomplete = () => {
              db.close();
              resolve(record?.code);
            };
          };
        };
      }),
    words,
  );

test('a stopped worker answers the same from what it kept, and an update of the extension reads nothing of it', async () => {
  cpSync(CHROME_BUILD, extension, { recursive: true });
  const browser = await launch({ extension });
  const stop = async (page: Page) => {
    const session = await browser.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    await page.waitForTimeout(500);
  };
  const open = async () => {
    const page = await browser.context.newPage();
    await page.goto(browser.pageUrl('notice.html'));
    return page;
  };
  try {
    let page = await open();
    const before = await verdict(page);
    expect(before).toContain('"danger"');
    await expect.poll(() => kept(page), { timeout: 20_000 }).toMatch(/^[0-9a-f]{64}$/);
    const code = (await kept(page)) ?? '';
    await stop(page);
    expect(await verdict(page)).toBe(before);

    // Told apart by its words: it is what was kept that answers.
    await kept(page, 'Lời đã giữ.');
    await stop(page);
    expect(await verdict(page)).toContain('Lời đã giữ.');

    const file = join(extension, 'background.js');
    const script = readFileSync(file, 'utf8');
    const next = code.replace(/^./, code.startsWith('0') ? '1' : '0');
    expect(script.split(code)).toHaveLength(2);
    writeFileSync(file, script.replace(code, next));
    await reload(browser);
    page = await open();
    expect(await verdict(page)).toBe(before);
    // What is kept from then on is of the new code.
    await expect.poll(() => kept(page), { timeout: 20_000 }).toBe(next);
    await stop(page);
    expect(await verdict(page)).toBe(before);
  } finally {
    await browser.close();
  }
});
