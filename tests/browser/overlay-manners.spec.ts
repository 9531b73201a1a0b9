/** The layer gives way: the focus goes back to where it was, chips and card to what the page and the person show. */
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { boxOf, meet, pageBox, type Box } from './support/boxes';
import { test } from './support/edition';
import { expect } from './support/extension';
import { SCAM } from './support/messages';
import { CARD, CHIPS, closeCard, NO_CARD } from './support/on-page';
import { openBody } from './support/open-body';

const WRITING = `<textarea id="box"></textarea><p id="message">${SCAM}</p>`;
const SETTLED = `root?.querySelector('.card-place')?.dataset.settled === 'true'`;
/** What the command does in a frame. */
const ASK = `(() => {
  const session = globalThis[Symbol.for('canh-giac.session')];
  const [unit] = session?.shown() ?? [];
  if (unit) session.tell('open', unit);
})()`;

const inCard = (world: ExtensionWorld) =>
  world.waitFor(`root?.activeElement?.closest('[role="dialog"]') && ${SETTLED}`);

for (const [name, act] of [
  ['closed by Escape', 'Escape'],
  ['closed by mouse', 'mouse'],
  ['that goes with its message', 'gone'],
] as const) {
  test(`a card that was asked for while writing, ${name}: the writing goes on`, async ({
    open,
    extension,
  }) => {
    const { page, world } = await openBody({ open, extension }, 'writing', WRITING);
    await world.waitFor(CARD);
    await closeCard(world);
    await world.waitFor(NO_CARD);
    await page.locator('#box').focus();
    if (act === 'mouse') await world.click('.chip');
    else await world.evaluate(ASK);
    await inCard(world);
    if (act === 'Escape') await page.keyboard.press('Escape');
    else if (act === 'mouse') await closeCard(world);
    else await page.evaluate(() => document.getElementById('message')?.remove());
    await world.waitFor(NO_CARD);
    await page.keyboard.type('chao');
    expect(await page.locator('#box').inputValue()).toBe('chao');
  });
}

test('a card of a frame that was asked for while writing in it: the writing goes on there', async ({
  open,
  extension,
}) => {
  const { page, world } = await openBody(
    { open, extension },
    'writing-frame',
    `<iframe id="f" width="700" height="400" srcdoc='${WRITING}'></iframe>`,
  );
  await world.waitFor(CARD);
  await closeCard(world);
  await world.waitFor(NO_CARD);
  const box = page.frameLocator('#f').locator('#box');
  await box.focus();
  await world.everywhere(ASK);
  await inCard(world);
  await page.keyboard.press('Escape');
  await world.waitFor(NO_CARD);
  await page.keyboard.type('chao');
  expect(await box.inputValue()).toBe('chao');
});

test('the first card of a page takes the focus where it is asked for, and is whole', async ({
  open,
  extension,
}) => {
  // A caution opens no card by itself.
  const words = 'Sở TT&amp;TT mời bà làm việc vụ bài phản động, gọi 0292 000 0106, giấu kín.';
  const { world } = await openBody({ open, extension }, 'asked', `<p>${words}</p>`);
  await world.waitFor(`root?.querySelector('.chip')`);
  await world.click('.chip');
  await world.waitFor(`root?.activeElement?.matches('.card h2')`);
  expect(await world.evaluate(`root.querySelectorAll('.card .reason, .card footer').length > 1`)).toBe(true);
});

test('two fingers zoom in: the card stands in what is seen, and follows it', async ({ open, extension }) => {
  const { page, world } = await openBody({ open, extension }, 'zoom', `<p>${SCAM}</p>`);
  const scale = (factor: number) =>
    world.session.send('Emulation.setPageScaleFactor', { pageScaleFactor: factor });
  const isSeen = () =>
    world.evaluate<boolean>(`(() => {
      const { left, top, right, bottom } = root.querySelector('.card').getBoundingClientRect();
      const { offsetLeft, offsetTop, width, height } = visualViewport;
      return left >= offsetLeft && top >= offsetTop && right <= offsetLeft + width && bottom <= offsetTop + height;
    })()`);
  await scale(2.5);
  await world.waitFor(CARD);
  expect(await page.evaluate(() => visualViewport?.width)).toBeLessThan(600);
  await expect.poll(isSeen).toBe(true);
  await expect.poll(() => world.evaluate(SETTLED)).toBe(true);
  await scale(1.5);
  await expect.poll(isSeen).toBe(true);
  await scale(1);
  await expect.poll(() => world.evaluate(`root.querySelector('.is-part') === null`)).toBe(true);
});

test('chips under what a page holds fast: below a bar, none over a picture that lies over all', async ({
  open,
  extension,
}) => {
  const { page, world } = await openBody(
    { open, extension },
    'held',
    `<header id="bar" style="position:sticky;top:0;height:64px;background:#fff;z-index:2"></header>
     <p id="message" style="height:200px">${SCAM}</p><div style="height:3000px"></div>
     <div id="picture" hidden style="position:fixed;inset:0;background:#000;z-index:3"></div>`,
  );
  await world.waitFor(CARD);
  await closeCard(world);
  await page.evaluate(() => scrollTo(0, 100));
  await expect.poll(async () => !meet(await boxOf(world, '.chip'), await pageBox(page, '#bar'))).toBe(true);
  expect(await world.evaluate(CHIPS)).toBe(1);
  await page.evaluate(() => scrollTo(0, 250));
  await expect.poll(() => world.evaluate(CHIPS)).toBe(0);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => world.evaluate(CHIPS)).toBe(1);
  await page.evaluate(() => document.getElementById('picture')?.removeAttribute('hidden'));
  await expect.poll(() => world.evaluate(CHIPS)).toBe(0);
  await page.evaluate(() => document.getElementById('picture')?.remove());
  await expect.poll(() => world.evaluate(CHIPS)).toBe(1);
});

test('a composer in a dialog that is closed takes no room from the card', async ({ open, extension }) => {
  const { page, world } = await openBody({ open, extension }, 'closed', '<p>Trang</p>');
  await page.setViewportSize({ width: 360, height: 640 });
  await page.evaluate((text) => {
    const closed = document.createElement('div');
    closed.style.cssText = 'position:fixed;inset:60px 30px;visibility:hidden;opacity:0';
    const area = document.createElement('textarea');
    area.style.cssText = 'width:100%;height:420px';
    closed.append(area);
    const message = document.createElement('p');
    message.textContent = text;
    document.body.append(closed, message);
  }, SCAM);
  await world.waitFor(CARD);
  await world.waitFor(SETTLED);
  const { top = 0, bottom = 0 } = (await boxOf(world, '.card')) ?? {};
  expect(bottom - top).toBeGreaterThan(500);
});

for (const [width, height] of [
  [360, 640],
  [1280, 800],
  [320, 256],
] as const) {
  test(`${width}x${height}: the card makes way for the words of the reason that is pressed, then comes back`, async ({
    open,
    extension,
  }) => {
    const filler = '<p>Tin vui trong ngày của xóm ta.</p>'.repeat(30);
    const { page, world } = await openBody(
      { open, extension },
      'words',
      `${filler}<p id="message" style="margin-left:70%">${SCAM}</p>${filler}`,
    );
    await page.setViewportSize({ width, height });
    await page.evaluate(() => document.getElementById('message')?.scrollIntoView());
    await world.waitFor(CARD);
    await world.waitFor(SETTLED);
    const before = await boxOf(world, '.card');
    await world.click('.card .reason');
    await expect
      .poll(async () => {
        const words = await world.evaluate<Box>(
          `[...(CSS.highlights.get('canh-giac-pulse') ?? [])][0]?.getBoundingClientRect().toJSON()`,
        );
        return words && !meet(words, await boxOf(world, '.card'));
      })
      .toBe(true);
    await expect.poll(() => boxOf(world, '.card')).toEqual(before);
  });
}

test('a page that marks words of its own as those of a reason hides no card', async ({ open, extension }) => {
  const { page, world } = await openBody({ open, extension }, 'forged', `<p id="message">${SCAM}</p>`);
  await page.evaluate(() => {
    const node = document.getElementById('message')?.firstChild as Node;
    const place = { startContainer: node, startOffset: 0, endContainer: node, endOffset: 5 };
    const all = new Range();
    all.selectNodeContents(document.documentElement);
    setInterval(() => CSS.highlights.set('canh-giac-pulse', new Highlight(new StaticRange(place), all)), 20);
  });
  await world.waitFor(CARD);
  await world.waitFor(SETTLED);
  const { top = 0, bottom = 0 } = (await boxOf(world, '.card')) ?? {};
  expect(bottom - top).toBeGreaterThan(100);
});
