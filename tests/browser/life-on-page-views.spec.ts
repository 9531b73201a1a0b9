/** A page over time: rows used again, views that change without a load, back and forward, thousands of findings. */
import type { Page } from '@playwright/test';
import { ExtensionWorld } from '../../scripts/browser/extension-world';
import { launch } from '../../scripts/browser/launch';
import { countWork, readCounts } from './support/counts';
import { badge } from './support/badge';
import { test } from './support/edition';
import { EDITION_BUILD, expect, highlights } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import { CARD, CHIPS, closeCard, PLAIN, readWhole } from './support/on-page';

const UNITS = `globalThis[Symbol.for('canh-giac.session')].units.size`;

type TestWindow = Window & { addMessage(text: string): HTMLElement; show(first: number): void };

const painted = async (page: Page) => (await highlights(page))['canh-giac-number'] ?? [];

test('a virtual list: marks and chips go with the messages, not with the rows', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  // Every tenth of 2,000 messages is a scam; 20 rows show them in turn.
  await page.evaluate(
    ([scam, ordinary]) => {
      const rows = Array.from({ length: 20 }, () => (window as unknown as TestWindow).addMessage(''));
      (window as unknown as TestWindow).show = (first) =>
        rows.forEach((row, i) => {
          const at = first + i;
          row.textContent =
            at % 10 === 0 ? scam.replace('0111', String(1000 + at)) : `${ordinary} Thư ${at}.`;
        });
    },
    [SCAM, ORDINARY] as const,
  );
  for (const first of [0, 500, 1500, 505]) {
    await page.evaluate((at) => (window as unknown as TestWindow).show(at), first);
    const due = [0, 1].map((i) => `0292 000 ${1000 + Math.ceil(first / 10) * 10 + i * 10}`);
    await expect.poll(async () => (await painted(page)).sort()).toEqual(due);
    await expect.poll(() => world.evaluate(CHIPS)).toBe(2);
    expect(await world.evaluate(UNITS)).toBe(2);
  }
});

test('a view that changes without a load, and back: nothing stays, nothing known is judged again', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  const view = (path: string, texts: readonly string[]) =>
    page.evaluate(
      ([to, all]) => {
        history.pushState({}, '', to);
        document.getElementById('main')?.replaceChildren();
        for (const text of all) (window as unknown as TestWindow).addMessage(text);
      },
      [path, texts] as const,
    );
  await view('/thu/1', [SCAM, ORDINARY]);
  await world.waitFor(CARD);
  await closeCard(world);
  await countWork(world);
  await view('/thu', [ORDINARY]);
  await expect.poll(() => world.evaluate(CHIPS)).toBe(0);
  await expect.poll(() => painted(page)).toEqual([]);
  await view('/thu/1', [SCAM, ORDINARY]);
  await expect.poll(() => world.evaluate(CHIPS)).toBe(1);
  expect(await painted(page)).toEqual(['0292 000 0111']);
  expect((await readCounts(world)).messages['judge'] ?? 0).toBe(0);
  // Its card was closed by the person: it stays closed.
  expect(await world.evaluate(`Boolean(root.querySelector('[role="dialog"]'))`)).toBe(false);
});

test('a page that comes back from the back/forward cache goes on being watched, in the language chosen meanwhile', async ({
  fixtures,
}) => {
  const browser = await launch({
    extension: EDITION_BUILD,
    hosts: { 'forum.fixture.example': fixtures.port, 'other.fixture.example': fixtures.port },
    keepBackForward: true,
  });
  try {
    const page = await browser.context.newPage();
    const world = await ExtensionWorld.open(page, browser.extensionId);
    await page.goto(PLAIN);
    await page.evaluate((text) => {
      const test = window as unknown as TestWindow & { persisted?: boolean };
      addEventListener('pageshow', (event) => (test.persisted = event.persisted));
      test.addMessage(text);
    }, SCAM);
    await world.waitFor(CARD);
    await closeCard(world);
    await page.goto('https://other.fixture.example/plain');
    const own = await browser.context.newPage();
    await own.goto(browser.pageUrl('notice.html'));
    await own.evaluate(`chrome.runtime.sendMessage({ name: 'language', args: { language: 'en' } })`);
    await own.close();
    await page.goBack({ waitUntil: 'commit' });
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { persisted?: boolean }).persisted))
      .toBe(true);
    await expect.poll(() => world.evaluate(CHIPS)).toBe(1);
    await expect.poll(() => badge(browser)).toBe('1');
    // Of lists and settings it was told nothing meanwhile.
    await expect.poll(() => world.evaluate(`root?.querySelector('.chip')?.textContent`)).toBe('Danger');
    await page.evaluate(
      (text) => void (window as unknown as TestWindow).addMessage(`${text} Mã hồ sơ 2.`),
      SCAM,
    );
    await expect.poll(() => world.evaluate(CHIPS)).toBe(2);
  } finally {
    await browser.close();
  }
});

test('thousands of findings: painting stops at its cap, the popup says so, room that comes free is used', async ({
  open,
  extension,
}) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    // One long message a line of 10 numbers: 300 of them hold 3,000 numbers. So small that all are near the view.
    document.getElementById('main')?.style.setProperty('font', '1px/2px sans-serif');
    for (let i = 0; i < 300; i++) {
      const numbers = Array.from(
        { length: 10 },
        (_, j) => `0912 ${String(100000 + i * 10 + j).replace(/(...)(...)/, '$1 $2')}`,
      );
      (window as unknown as TestWindow).addMessage(`gọi ${numbers.join(' hoặc ')} nhé`);
    }
  });
  // Ordinary numbers fill half of 5,000.
  await expect.poll(async () => (await painted(page)).length, { timeout: 20_000 }).toBe(2_500);
  const worker = await extension.worker();
  const tabId = await worker.evaluate<number>(
    `chrome.tabs.query({ url: 'https://forum.fixture.example/*' }).then(([tab]) => tab.id)`,
  );
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl(`popup.html?tab=${tabId}`));
  await expect(popup.getByText('Trang này dài.')).toBeVisible();
  await popup.close();
  await page.bringToFront();
  // A hundred of those that are painted leave: the fifty that were not take their room.
  await page.evaluate(() => {
    const painted = new Set<Element | null | undefined>();
    for (const range of CSS.highlights.get('canh-giac-number') ?? [])
      painted.add((range as Range).startContainer.parentElement?.closest('article'));
    for (const one of [...painted].slice(0, 100)) one?.remove();
  });
  await expect.poll(async () => (await painted(page)).length, { timeout: 20_000 }).toBe(2_000);
  expect(await world.evaluate(UNITS)).toBe(200);
});

test('what is in view is judged first', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await countWork(world);
  await page.evaluate(
    ([scam, ordinary]) => {
      const main = document.getElementById('main');
      const box = document.createElement('div');
      for (let i = 0; i < 3_000; i++) {
        const article = document.createElement('article');
        article.textContent = i === 2_500 ? scam : `${ordinary} Chuyển tiền thư số ${i}.`;
        article.style.height = '120px';
        box.append(article);
      }
      main?.append(box);
      box.children[2_500]?.scrollIntoView({ block: 'center' });
    },
    [SCAM, ORDINARY] as const,
  );
  await world.waitFor(CARD);
  const { firstTexts } = await readCounts(world);
  expect(firstTexts.some((text) => text.includes('0292 000 0111'))).toBe(true);
});

test('a popup that stays open has the page walked through once', async ({ open, extension }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate((text) => (window as unknown as TestWindow).addMessage(text), SCAM);
  await world.waitFor(CARD);
  await countWork(world);
  const worker = await extension.worker();
  const tabId = await worker.evaluate<number>(
    `chrome.tabs.query({ url: 'https://forum.fixture.example/*' }).then(([tab]) => tab.id)`,
  );
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl(`popup.html?tab=${tabId}`));
  await expect(popup.locator('.page-units .level-danger').first()).toBeVisible();
  // Longer than some of its looks at what was found.
  await page.waitForTimeout(4_000);
  expect((await readCounts(world)).wholePasses).toBe(1);
});

test('past 1,000 additions one pass over the page', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await countWork(world);
  await readWhole(world);
  // On a busy machine the page's first pass is counted too.
  await expect.poll(async () => (await readCounts(world)).wholePasses).toBeGreaterThanOrEqual(1);
  await page.waitForTimeout(500);
  const before = (await readCounts(world)).wholePasses;
  const add = (count: number) =>
    page.evaluate(
      ([text, n]) => {
        for (let i = 0; i < n; i++)
          (window as unknown as TestWindow).addMessage(`${text} Chuyển tiền thư số ${i}.`);
      },
      [ORDINARY, count] as const,
    );
  await add(900);
  await expect.poll(async () => (await readCounts(world)).judged, { timeout: 20_000 }).toBe(900);
  const few = await readCounts(world);
  expect(few.wholePasses).toBe(before);
  await add(1_500);
  // Those of the same words are remembered: only 600 are new.
  await expect
    .poll(async () => (await readCounts(world)).judged, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(1_500);
  const many = await readCounts(world);
  expect(many.wholePasses).toBe(before + 1);
  // 500 verdicts are remembered, so of the first 900 texts some are asked for again, none twice.
  expect(many.judged).toBeLessThanOrEqual(900 + 1_500);
});
