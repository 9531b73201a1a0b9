/** What marks cost a page: their style at its root alone, and none far from the view; those near it are never missing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildFeed } from '../bench/page-contents';
import { EDITION_BUILD, expect, test } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import { PLAIN } from './support/on-page';

test.use({ launchWith: { extension: EDITION_BUILD } });

/** How many ranges are painted. */
const marks = (page: Page) =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));

test('marks are styled at the root alone, which no other element pays for', () => {
  const sheet = readFileSync(join(EDITION_BUILD, 'assets', 'highlights.css'), 'utf8');
  expect(sheet.match(/.{0,5}::highlight/g)).toEqual(Array.from({ length: 8 }, () => ':root::highlight'));
});

test('of a long feed the marks near the view are painted, and those that come near it', async ({ open }) => {
  const { page } = await open(PLAIN);
  await page.evaluate(buildFeed, [SCAM, ORDINARY] as const);
  /** How many ranges are painted, and which posts they begin in. */
  const painted = () =>
    page.evaluate(() => {
      const ranges = [...CSS.highlights.values()].flatMap((one) => [...one] as Range[]);
      const posts = [...document.querySelectorAll('[role="article"]')];
      const where = new Set(
        ranges.map(({ startContainer }) => posts.findIndex((post) => post.contains(startContainer))),
      );
      return { ranges: ranges.length, posts: [...where].sort((a, b) => a - b) };
    });
  await expect.poll(async () => (await painted()).posts, { timeout: 20_000 }).toContain(5);
  // Each change of the page costs the browser a look at every range: 50 scams have hundreds.
  await expect.poll(async () => (await painted()).ranges).toBeLessThan(60);
  await page.evaluate(() => document.querySelectorAll('[role="article"]')[295]?.scrollIntoView());
  await expect.poll(async () => (await painted()).posts).toContain(295);
  expect((await painted()).posts).not.toContain(5);
});

test('words that flow over the box of their message keep their marks when only the box is far', async ({
  open,
}) => {
  const { page } = await open(PLAIN);
  await page.evaluate((words) => {
    const gap = document.createElement('span');
    gap.style.cssText = 'display: inline-block; height: 600vh; width: 1px';
    const message = document.createElement('div');
    message.style.height = '40px';
    message.append('Kính gửi anh chị. ', gap, document.createElement('br'), words);
    document.body.append(message);
  }, SCAM);
  await expect.poll(() => marks(page), { timeout: 20_000 }).toBeGreaterThan(0);
  await page.evaluate(async () => {
    const message = document.querySelector('body > div:last-of-type') as Element;
    scrollTo(0, document.documentElement.scrollHeight);
    // An observer that began later hears later: ours knows by then, and has had two frames to act.
    await new Promise<void>((far) => {
      new IntersectionObserver((entries) => entries.some((one) => !one.isIntersecting) && far(), {
        rootMargin: '100%',
      }).observe(message);
    });
    for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
  expect(await marks(page)).toBeGreaterThan(0);
});

test('a message that loses its box while it is far from the view keeps its marks', async ({ open }) => {
  const { page } = await open(PLAIN);
  await page.evaluate((words) => {
    const message = document.createElement('article');
    message.style.marginTop = '600vh';
    message.append(document.createElement('p'), words);
    document.body.append(message);
  }, SCAM);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(() => marks(page), { timeout: 20_000 }).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => marks(page)).toBe(0);
  await page.evaluate(() => document.querySelector('article')?.style.setProperty('display', 'contents'));
  await expect.poll(() => marks(page)).toBeGreaterThan(0);
});
