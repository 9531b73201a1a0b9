/** The layer over the page: above full screen and popovers, under modal dialogs, back where the page moved it. */
import type { Page } from '@playwright/test';
import { addMessage, isOnTop } from './support/boxes';
import { test } from './support/edition';
import { expect } from './support/extension';
import { SCAM } from './support/messages';
import { CARD, closeCard, NO_CARD, PLAIN } from './support/on-page';

/** Full screen asks for a press of the person. */
async function goFullScreen(page: Page, selector: string): Promise<void> {
  await page.evaluate((one) => {
    document.addEventListener('keydown', () => void document.querySelector(one)?.requestFullscreen(), {
      once: true,
    });
  }, selector);
  await page.keyboard.press('f');
  await expect
    .poll(() => page.evaluate((one) => document.fullscreenElement?.matches(one), selector))
    .toBe(true);
}

test('a page in full screen: card and chip stand there and answer', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  await goFullScreen(page, 'html');
  await expect.poll(() => isOnTop(world, '.card')).toBe(true);
  await closeCard(world);
  await world.waitFor(NO_CARD);
  await expect.poll(() => isOnTop(world, '.chip')).toBe(true);
});

test('one element in full screen, which makes the rest deaf: the card lies under it until that ends', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  await goFullScreen(page, '#button');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('html > div[popover]')?.matches(':popover-open')))
    .toBe(false);
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(() => isOnTop(world, '.card')).toBe(true);
  await closeCard(world);
  await world.waitFor(NO_CARD);
});

test('a card over which nothing lies enters the layer once', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.addEventListener('beforetoggle', (event) => seen.push(event.newState), true);
  });
  await addMessage(page, SCAM);
  await world.waitFor(`root?.querySelector('.card-place')?.dataset.settled === 'true'`);
  expect(await page.evaluate('seen')).toEqual(['open']);
});

test("the page's popover over the whole window: the card comes above it", async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText = 'position:fixed;inset:0;width:auto;height:auto;border:0;background:#fff';
    document.body.append(cover);
    cover.showPopover();
  });
  await expect.poll(() => isOnTop(world, '.card')).toBe(true);
  await closeCard(world);
  await world.waitFor(NO_CARD);
});

test('a modal dialog: the card lies under it and is deaf, the dialog answers, badge and popup carry the warning', async ({
  open,
  extension,
}) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.id = 'modal';
    dialog.style.cssText = 'width:90vw;height:90vh';
    const button = document.createElement('button');
    button.id = 'inside';
    button.textContent = 'Trong hộp thoại';
    button.style.cssText = 'position:fixed;right:20px;bottom:20px;width:400px;height:300px';
    button.addEventListener('click', () => (button.textContent = 'đã bấm'));
    dialog.append(button);
    document.body.append(dialog);
    dialog.showModal();
  });
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  expect(await isOnTop(world, '.card')).toBe(false);
  expect(
    await page.evaluate(() => document.querySelector('html > div[popover]')?.matches(':popover-open')),
  ).toBe(false);
  await page.locator('#inside').click();
  await expect(page.locator('#inside')).toHaveText('đã bấm');
  const worker = await extension.worker();
  const tabId = await worker.evaluate<number>(
    `chrome.tabs.query({ url: 'https://forum.fixture.example/*' }).then(([tab]) => tab.id)`,
  );
  await expect.poll(() => worker.evaluate(`chrome.action.getBadgeText({ tabId: ${tabId} })`)).toBe('1');
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl(`popup.html?tab=${tabId}`));
  await expect(popup.locator('.page-units .level-danger')).toBeVisible();
  await popup.close();
  await page.bringToFront();
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await expect.poll(() => isOnTop(world, '.card')).toBe(true);
  await closeCard(world);
  await world.waitFor(NO_CARD);
});

test('a modal dialog in a shadow tree, which nobody outside hears close: the card comes back after it', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  await page.evaluate(() => {
    const box = document.createElement('div');
    document.body.append(box);
    const dialog = document.createElement('dialog');
    box.attachShadow({ mode: 'open' }).append(dialog);
    dialog.style.cssText = 'width:90vw;height:90vh';
    dialog.showModal();
    (window as unknown as { dialog: HTMLDialogElement }).dialog = dialog;
  });
  const inLayer = () =>
    page.evaluate(() => document.querySelector('html > div[popover]')?.matches(':popover-open'));
  await expect.poll(inLayer).toBe(false);
  await page.evaluate(() => (window as unknown as { dialog: HTMLDialogElement }).dialog.close());
  await expect.poll(inLayer).toBe(true);
  expect(await isOnTop(world, '.card')).toBe(true);
  await closeCard(world);
  await world.waitFor(NO_CARD);
});

for (const [name, script] of [
  [
    'into a hidden element',
    `const box = document.createElement('div'); box.style.display = 'none'; document.body.append(box); box.append(host)`,
  ],
  [
    'out of the top layer, under a cover',
    `host.hidePopover(); const cover = document.createElement('div'); cover.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:2147483647'; document.documentElement.append(cover)`,
  ],
  [
    'into a frame',
    `const frame = document.createElement('iframe'); document.body.append(frame); frame.contentDocument.body.append(host)`,
  ],
] as const) {
  test(`a page that moves our host ${name}: it comes back, on top`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await addMessage(page, SCAM);
    await world.waitFor(CARD);
    await page.evaluate(`((host) => { ${script} })(document.querySelector('html > div[popover]'))`);
    await page.waitForTimeout(1_500);
    const state = await page.evaluate(() => {
      const host = document.querySelector('html > div[popover]');
      return {
        open: host?.matches(':popover-open'),
        top: document.elementFromPoint(innerWidth - 60, 60) === host,
      };
    });
    expect(state.open).toBe(true);
    await world.waitFor(CARD);
    await closeCard(world);
    await world.waitFor(NO_CARD);
  });
}
