/** Room for the card on pages with something to type in at every edge: above, below or between, never over a composer. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { boxOf, meet, pageBox } from './support/boxes';
import { test } from './support/edition';
import { expect, type OpenPage } from './support/extension';
import { SCAM } from './support/messages';
import { CARD, closeCard, NO_CARD } from './support/on-page';
import { openBody } from './support/open-body';

/** A window with a search field above and a composer with its button below, both over the whole width. */
interface Window {
  readonly width: number;
  readonly height: number;
  readonly search: number;
  readonly composer: number;
}

async function openChat(open: (url: string) => Promise<OpenPage>, size: Window): Promise<OpenPage> {
  const { width, height, search, composer } = size;
  const opened = await open('https://forum.fixture.example/plain');
  const { page } = opened;
  await page.setViewportSize({ width, height });
  const body = `<!doctype html><title>Trò chuyện</title><body style="margin:0">
    <header style="position:fixed;inset:0 0 auto">
      <input id="search" type="search" style="box-sizing:border-box;width:100%;height:${search}px">
    </header>
    <article style="margin:${search + 4}px 0 ${composer}px">${SCAM}</article>
    <div style="position:fixed;inset:auto 0 0;height:${composer}px;display:flex;background:#fff">
      <div id="composer" contenteditable style="flex:1;border:1px solid"></div>
      <button id="send">Gửi</button>
    </div>`;
  await page.route('**/chat', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto('https://forum.fixture.example/chat');
  await opened.world.waitFor(CARD);
  return opened;
}

/** The card's height where it shows, and which of the page's places lie under it. */
async function standing(page: Page, world: ExtensionWorld): Promise<{ height: number; over: string[] }> {
  const shows = await world.evaluate<boolean>(
    `root.querySelector('.card').checkVisibility({ visibilityProperty: true })`,
  );
  const card = await boxOf(world, '.card');
  const over: string[] = [];
  for (const id of ['search', 'composer', 'send'])
    if (meet(card, await pageBox(page, `#${id}`))) over.push(id);
  return { height: card && shows ? card.bottom - card.top : 0, over };
}

for (const [width, height] of [
  [1280, 720],
  [420, 800],
] as const) {
  test(`${width}x${height}: the card stands between search field and composer, by itself and when asked for`, async ({
    open,
  }) => {
    const { page, world } = await openChat(open, { width, height, search: 40, composer: 60 });
    const isFree = async () => {
      const { height, over } = await standing(page, world);
      return height > 400 && over.length === 0;
    };
    await expect.poll(isFree).toBe(true);
    // What does not fit scrolls: the buttons stay in view. Asked in one go, since the card moves in.
    await expect
      .poll(() =>
        world.evaluate<boolean>(`(() => {
          const [card, footer] = ['.card', '.card-footer'].map((one) => root.querySelector(one).getBoundingClientRect());
          return footer.bottom <= card.bottom;
        })()`),
      )
      .toBe(true);
    await closeCard(world);
    await world.waitFor(NO_CARD);
    await world.click('.chip');
    await world.waitFor(CARD);
    await expect.poll(isFree).toBe(true);
  });
}

test('a low window: the whole card scrolls under its header, every button can be reached', async ({
  open,
}) => {
  const { page, world } = await openChat(open, { width: 420, height: 360, search: 90, composer: 120 });
  await expect.poll(() => standing(page, world)).toEqual({ height: 142, over: [] });
  const isReached = (selector: string) =>
    world.evaluate<boolean>(`(() => {
      const button = root.querySelector('${selector}');
      button.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = button.getBoundingClientRect();
      return root.elementFromPoint(x + width / 2, y + height / 2) === button;
    })()`);
  for (const place of ['button:first-of-type', 'button:last-of-type'])
    expect(await isReached(`.card-footer ${place}`)).toBe(true);
  await closeCard(world);
  await world.waitFor(NO_CARD);
});

test('no room for words: by itself no card; one that was asked for lies over the search field, not the composer', async ({
  open,
}) => {
  const { page, world } = await openChat(open, { width: 420, height: 300, search: 100, composer: 110 });
  await expect.poll(() => standing(page, world)).toEqual({ height: 0, over: [] });
  await world.click('.chip');
  await expect.poll(() => standing(page, world)).toEqual({ height: 186, over: ['search'] });
  await closeCard(world);
  await world.waitFor(NO_CARD);
});

test('the card stands beside a chat in a frame of the page, though nobody writes in it', async ({
  open,
  extension,
}) => {
  const chat =
    `<p>${SCAM}</p><div style='position:fixed;inset:auto 0 0'>` +
    "<textarea style='width:200px;height:50px'></textarea><button>Gửi</button></div>";
  const { page, world } = await openBody(
    { open, extension },
    'shop',
    `<h1>Áo thun</h1><iframe id="chat" srcdoc="${chat}"
      style="position:fixed;right:20px;bottom:20px;width:350px;height:520px"></iframe>`,
  );
  await world.waitFor(CARD);
  const isOver = async () => meet(await boxOf(world, '.card'), await pageBox(page, '#chat'));
  await expect.poll(isOver).toBe(false);
});
