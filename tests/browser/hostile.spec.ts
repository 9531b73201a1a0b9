/** Hostile pages: the page stays usable, and the warning stays readable and comes back. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { test } from './support/edition';
import { expect } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';

const PLAIN = 'https://forum.fixture.example/plain';
const CARD = `root?.querySelector('[role="dialog"].level-danger')`;

async function addMessage(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    (window as unknown as { addMessage(text: string): void }).addMessage(words);
  }, text);
}

/** The page answers a real click. */
async function expectUsable(page: Page): Promise<void> {
  const before = Number(await page.locator('#count').textContent());
  await page.locator('#button').click({ timeout: 10_000 });
  await expect(page.locator('#count')).toHaveText(String(before + 1));
}

/** The card is drawn, on top, and its first sentence has a size. */
async function expectReadable(world: ExtensionWorld): Promise<void> {
  await world.waitFor(CARD, 30_000);
  await world.waitFor(
    `root.querySelector('.card-verdict').checkVisibility({ opacityProperty: true, visibilityProperty: true })`,
  );
  const box = await world.evaluate<{ width: number; height: number; size: number }>(`(() => {
    const verdict = root.querySelector('.card-verdict');
    const { width, height } = verdict.getBoundingClientRect();
    return { width, height, size: parseFloat(getComputedStyle(verdict).fontSize) };
  })()`);
  expect(box?.width).toBeGreaterThan(150);
  expect(box?.height).toBeGreaterThan(15);
  expect(box?.size).toBeGreaterThanOrEqual(13);
}

test('a million nodes', async ({ open }) => {
  test.setTimeout(180_000);
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    const main = document.getElementById('main');
    for (let i = 0; i < 1_000; i++) {
      const section = document.createElement('div');
      section.style.contentVisibility = 'auto';
      for (let j = 0; j < 500; j++) {
        const line = document.createElement('span');
        line.textContent = `dòng ${i} ${j} `;
        section.append(line);
      }
      main?.append(section);
    }
  });
  expect(await page.evaluate(() => document.getElementsByTagName('span').length)).toBe(500_000);
  await expectUsable(page);
  await page.evaluate((text) => {
    const article = document.createElement('article');
    article.textContent = text;
    document.getElementById('main')?.prepend(article);
  }, SCAM);
  await expectReadable(world);
  await expectUsable(page);
});

test('one text node of 5 MB', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate((text) => {
    const pre = document.createElement('pre');
    pre.textContent = 'số tiền 0912 chuyển khoản 123 '.repeat(170_000);
    document.getElementById('main')?.append(pre);
    (window as unknown as { addMessage(text: string): void }).addMessage(text);
  }, SCAM);
  await expectUsable(page);
  await expectReadable(world);
  const truncated = await world.evaluate<boolean>(
    `globalThis[Symbol.for('canh-giac.session')].report().truncated`,
  );
  expect(truncated).toBe(true);
});

test('a page written from right to left', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.documentElement.lang = 'ar';
  });
  await addMessage(page, SCAM);
  await expectReadable(world);
  expect(await world.evaluate<string>(`getComputedStyle(root.querySelector('.card')).direction`)).toBe('ltr');
});

test('a page that rewrites itself 100 times a second', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await page.evaluate((ordinary) => {
    let turn = 0;
    const box = document.createElement('article');
    document.body.append(box);
    setInterval(
      () => box.replaceChildren(`${ordinary} Gọi 0292 000 0${String(turn++ % 1000).padStart(3, '0')}`),
      10,
    );
  }, ORDINARY);
  await expectReadable(world);
  await page.waitForTimeout(3_000);
  await expectReadable(world);
  await expectUsable(page);
  // What was rewritten is forgotten: the session does not grow with time.
  expect(await world.evaluate<number>(`globalThis[Symbol.for('canh-giac.session')].units.size`)).toBeLessThan(
    10,
  );
});

test('a page that removes our host element again and again', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await expectReadable(world);
  const removed = await page.evaluate(async () => {
    let count = 0;
    for (let i = 0; i < 100; i++) {
      for (const one of document.querySelectorAll('html > div[popover]')) {
        one.remove();
        count++;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return count;
  });
  expect(removed).toBeGreaterThan(1);
  await page.waitForTimeout(2_500);
  await expectReadable(world);
  await expectUsable(page);
});

test('a page with * { all: unset !important } and one that dresses our host', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent =
      '* { all: unset !important } [popover], html > div { display: none !important; opacity: 0 !important }';
    document.head.append(style);
  });
  await addMessage(page, SCAM);
  await expectReadable(world);
  await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('html > div[popover]');
    host?.style.setProperty('opacity', '0', 'important');
    host?.setAttribute('hidden', '');
  });
  await page.waitForTimeout(1_500);
  await expectReadable(world);
});

test('an event that the page makes itself has nothing read that is no part of the page, and nothing left out', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  // In one go: both would be worked through together.
  await page.evaluate((text) => {
    (window as unknown as { addMessage(text: string): void }).addMessage(text);
    document.dispatchEvent(new Event('toggle'));
  }, SCAM);
  await world.waitFor(CARD);
});
