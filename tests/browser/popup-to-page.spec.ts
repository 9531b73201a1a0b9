/** What is pressed in the popup, and where it leads on the page. */
import type { Page } from '@playwright/test';
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { EDITION_BUILD, expect, highlights, test } from './support/extension';
import { SCAM } from './support/messages';
import { CARD, CHIPS, NO_CARD } from './support/on-page';
import { openBody } from './support/open-body';

test.use({ launchWith: { extension: EDITION_BUILD } });

const FRAME = `<iframe style="width:600px;height:200px" srcdoc="<p>${SCAM}</p>"></iframe>`;

async function openPopup(extension: LaunchedBrowser): Promise<Page> {
  const worker = await extension.worker();
  const tabId = await worker.evaluate<number>(
    `chrome.tabs.query({ url: 'https://forum.fixture.example/*' }).then(([{ id }]) => id)`,
  );
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl(`popup.html?tab=${tabId}`));
  await popup.locator('.page-unit').first().waitFor();
  return popup;
}

/** Presses without bringing the popup before the page. */
const press = (popup: Page, words: string) =>
  popup
    .locator('.page-unit button', { hasText: words })
    .first()
    .evaluate((button: HTMLElement) => button.click());

test('show: the message is in view though what stands before it grows on the way', async ({
  open,
  extension,
}) => {
  const row = 'content-visibility:auto;contain-intrinsic-size:auto 80px';
  const rows = (count: number) =>
    `<article style="${row}"><p>Bài</p><div style="height:320px"></div></article>`.repeat(count);
  const body = `${rows(200)}<article id="m" style="${row}"><p>${SCAM}</p></article>${rows(60)}`;
  const { page } = await openBody({ open, extension }, 'grows', body);
  const popup = await openPopup(extension);
  await press(popup, 'Xem trên trang');
  await page.bringToFront();
  await page.waitForTimeout(2_000);
  const top = await page.evaluate(() => document.getElementById('m')?.getBoundingClientRect().top ?? -1);
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(800);
});

for (const [where, body] of [
  ['the page', `<article><p>${SCAM}</p></article>`],
  ['a frame', `<p>Thư</p>${FRAME}`],
] as const) {
  test(`hide in the popup: the open card of ${where} goes too`, async ({ open, extension }) => {
    const { page, world } = await openBody({ open, extension }, 'hide', body);
    await world.waitFor(CARD);
    const popup = await openPopup(extension);
    await press(popup, 'Ẩn');
    await expect(popup.locator('.page-unit')).toContainText('Đã ẩn');
    await page.bringToFront();
    await world.waitFor(NO_CARD);
  });
}

test('a mark as scam changes the marks on the page too', async ({ open, extension }) => {
  const words = 'Em là cán bộ công an phường, chị gọi lại số 0912 345 678 để cập nhật định danh.';
  const { page } = await openBody({ open, extension }, 'mark', `<article><p>${words}</p></article>`);
  await expect.poll(async () => Object.keys(await highlights(page))).toContain('canh-giac-caution');
  const popup = await openPopup(extension);
  await press(popup, 'Đây là lừa đảo');
  await expect
    .poll(async () => (await highlights(page))['canh-giac-danger'] ?? [])
    .toContain('cán bộ công an phường');
  expect((await highlights(page))['canh-giac-caution'] ?? []).toEqual([]);
});

test('a row that shows another message by now is not hidden for the one before', async ({
  open,
  extension,
}) => {
  const { page, world } = await openBody(
    { open, extension },
    'row',
    `<article><p id="m">${SCAM}</p></article>`,
  );
  const popup = await openPopup(extension);
  // The list does not follow.
  await popup.evaluate(() => {
    for (let timer = 1; timer < 1_000; timer++) clearInterval(timer);
  });
  await page.evaluate(
    (other) => {
      document.getElementById('m')?.replaceChildren(other);
    },
    SCAM.replace('0292 000 0111', '0292 000 0999'),
  );
  await expect.poll(async () => (await highlights(page))['canh-giac-number']).toEqual(['0292 000 0999']);
  await press(popup, 'Ẩn');
  await page.bringToFront();
  await page.waitForTimeout(1_000);
  expect(await world.evaluate(CHIPS)).toBe(1);
});
