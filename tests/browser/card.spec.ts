/** The card: by keyboard and mouse, hiding and undoing, the way to the notice, what a page can and cannot do. */
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { expect, highlights, test } from './support/extension';

const GMAIL = 'https://mail.google.com/gmail';
const CARD = `root?.querySelector('[role="dialog"]')`;

/** Changes settings as the options page does. */
async function changeSettings(extension: LaunchedBrowser, change: object): Promise<void> {
  const options = await extension.context.newPage();
  await options.goto(extension.pageUrl('options.html'));
  await options.evaluate(
    `chrome.runtime.sendMessage(${JSON.stringify({ name: 'settings', args: { change } })})`,
  );
  await options.close();
}

test('opens by itself once and leaves the focus where it was', async ({ open }) => {
  const { page, world } = await open(GMAIL);
  await page.locator('#composer').focus();
  await world.waitFor(CARD);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('composer');
  await page.keyboard.type('xin chào');
  await expect(page.locator('#composer')).toContainText('xin chào');

  await world.click('.card [aria-label="Đóng"]');
  await world.waitFor(`!${CARD}`);
  // The same message drawn anew does not open it again.
  await page.evaluate(() => document.querySelector('.ii.gt')?.append(' '));
  await page.waitForTimeout(1_000);
  expect(await world.cardText()).toBeUndefined();
});

test('keyboard alone: chip, card, reason, notice link, Escape back to the chip', async ({ open }) => {
  const { page, world } = await open(GMAIL);
  await world.waitFor(CARD);
  await world.click('.card [aria-label="Đóng"]');
  const focused = () => world.evaluate<string>(`root?.activeElement?.className ?? ''`);
  // The overlay stands after the page's own stops.
  await page.locator('#composer').focus();
  for (let i = 0; i < 10 && !(await focused())?.includes('chip'); i++) await page.keyboard.press('Tab');
  expect(await focused()).toContain('chip');
  await page.keyboard.press('Enter');
  await world.waitFor(`root?.activeElement?.closest('[role="dialog"]')`);
  // The first reason is about the sender and has no words in the text; the second has.
  const reason = () =>
    world.evaluate<number>(`[...root.querySelectorAll('.reason')].indexOf(root.activeElement)`);
  // Presses count once the card could be seen for a while.
  await world.waitFor(`root.querySelector('.card-place').dataset.settled === 'true'`);
  for (let i = 0; i < 10 && (await reason()) !== 1; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await highlights(page))['canh-giac-pulse']?.length ?? 0).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await world.waitFor(`!${CARD} && root?.activeElement?.className.includes('chip')`);
});

test("keys pressed in the card are not heard by the page's shortcuts", async ({ open }) => {
  const { page, world } = await open(GMAIL);
  await world.waitFor(CARD);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    document.addEventListener('keydown', (event) => heard.push(event.key));
  });
  await page.locator('#composer').focus();
  const inside = () => world.evaluate<boolean>(`Boolean(root.activeElement?.closest('.card'))`);
  for (let i = 0; i < 10 && !(await inside()); i++) await page.keyboard.press('Tab');
  expect(await inside()).toBe(true);
  await page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
  await page.keyboard.press('e');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});

test('hide here, undo, and hidden again after a reload', async ({ open }) => {
  const { page, world } = await open(GMAIL);
  await world.waitFor(CARD);
  const press = (text: string) =>
    world
      .evaluate<string>(
        `(() => {
    const button = [...root.querySelectorAll('.card button')].find((one) => one.textContent.trim() === ${JSON.stringify(text)});
    button.dataset.press = 'here'; return 'found';
  })()`,
      )
      .then(() => world.click('[data-press="here"]'));

  await press('Ẩn ở đây');
  await world.waitFor(`root?.textContent.includes('Hoàn tác') && !root.querySelector('.chip')`);
  await expect.poll(async () => (await highlights(page))['canh-giac-danger'] ?? []).toEqual([]);
  await press('Hoàn tác');
  await world.waitFor(`root?.querySelector('.chip')`);
  await expect
    .poll(async () => ((await highlights(page))['canh-giac-danger'] ?? []).length)
    .toBeGreaterThan(0);

  await press('Ẩn ở đây');
  await world.waitFor(`!root?.querySelector('.chip')`);
  await page.waitForTimeout(300);
  await page.reload();
  await page.waitForTimeout(1_500);
  expect(await world.cardText()).toBeUndefined();
  expect((await highlights(page))['canh-giac-danger'] ?? []).toEqual([]);
});

test('the notice opens from the card, and hotlines are telephone links', async ({ open, extension }) => {
  const { world } = await open(GMAIL);
  await world.waitFor(CARD);
  const links = await world.evaluate<string[]>(
    `[...root.querySelectorAll('.card a')].map((a) => a.getAttribute('href'))`,
  );
  expect(links).toEqual(
    expect.arrayContaining(['tel:+842923899588', 'tel:+842923811502', 'tel:113', 'tel:156']),
  );
  await world.evaluate(
    `root.querySelectorAll('.card button').forEach((b) => { if (b.textContent.includes('Xem thông báo')) b.dataset.press = 'notice' })`,
  );
  const [notice] = await Promise.all([
    extension.context.waitForEvent('page'),
    world.click('[data-press="notice"]'),
  ]);
  await expect(notice.locator('h1')).toContainText('Sở');
  await expect(notice.getByRole('link', { name: /3899588/ }).first()).toHaveAttribute(
    'href',
    'tel:+842923899588',
  );
});

test('a press that a script makes does nothing', async ({ open }) => {
  const { page, world } = await open(GMAIL);
  await world.waitFor(CARD);
  await world.evaluate(`root.querySelector('.card [aria-label="Đóng"]').click()`);
  await page.waitForTimeout(300);
  expect(await world.cardText()).toBeDefined();
});

test('the page cannot look into the card', async ({ open }) => {
  const { page, world } = await open(GMAIL);
  await world.waitFor(CARD);
  const seen = await page.evaluate(() => {
    const host = [...document.documentElement.children].find((one) => one.matches('div[popover]'));
    return {
      there: host !== undefined,
      root: host?.shadowRoot ?? null,
      text: (host as HTMLElement | undefined)?.innerText,
    };
  });
  expect(seen).toEqual({ there: true, root: null, text: '' });
});

/** True where the card's surface is dark and its letters light. */
async function isDark(world: ExtensionWorld): Promise<boolean> {
  const [background, colour] =
    (await world.evaluate<string[]>(
      `(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(root.querySelector('.card')))`,
    )) ?? [];
  const light = (rgb = '') =>
    (rgb.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
  return light(background) < 200 && light(colour) > 500;
}

test.describe('dark', () => {
  test.use({ launchWith: { colorScheme: 'dark' } });
  test('the card follows the dark scheme, unless the person chose light', async ({ open, extension }) => {
    const { world } = await open(GMAIL);
    await world.waitFor(CARD);
    expect(await isDark(world)).toBe(true);
    await changeSettings(extension, { appearance: 'light' });
    await expect.poll(() => isDark(world)).toBe(false);
  });
});

test('chosen looks and language hold on pages that are open already', async ({ open, extension }) => {
  const { page, world } = await open(GMAIL);
  await world.waitFor(CARD);
  expect(await isDark(world)).toBe(false);
  await changeSettings(extension, { appearance: 'dark' });
  await expect.poll(() => isDark(world)).toBe(true);
  await changeSettings(extension, { language: 'en' });
  await expect.poll(() => world.cardText()).toContain('Save as evidence');
  // Nothing but a chosen scheme was written to the page.
  expect(await page.evaluate(() => document.documentElement.dataset.appearance)).toBeUndefined();
});
