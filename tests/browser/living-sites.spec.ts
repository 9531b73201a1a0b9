/** Known sites as they live: headers, pictures and chats that change in place after a message was read. */
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { unitsSeen } from './support/read-units';
import { expect, test } from './support/sites-browser';

const one = async (world: ExtensionWorld, id: string) =>
  (await unitsSeen(world)).find((unit) => unit.id === id);
const level = async (world: ExtensionWorld, id: string) => (await one(world, id))?.level;
const address = async (world: ExtensionWorld, id: string) => (await one(world, id))?.sender.address;
const SCAM =
  'Tôi là cán bộ công an phường. Anh chuyển tiền vào tài khoản này để kiểm tra, không được nói với ai.';

test('Outlook: a header whose words change in place is the sender from then on', async ({ open }) => {
  const { page, world } = await open('https://outlook.live.com/outlook');
  await expect.poll(() => level(world, 'ordinary')).toBe('none');
  await page.evaluate(() => {
    const from = document.getElementById('ordinary_FROM') as Element;
    const name = document.createElement('span');
    name.append(from.firstChild as Node);
    from.append(name);
  });
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const words = document.querySelector('#ordinary_FROM span')?.firstChild as Text;
    words.data = 'Công an TP Cần Thơ<congan@thuviettu.example>';
  });
  await expect.poll(() => address(world, 'ordinary')).toBe('congan@thuviettu.example');
  await expect.poll(() => level(world, 'ordinary')).toBe('danger');
});

test('Proton: a sender around a frame that comes long after the mail is known, the address too', async ({
  open,
}) => {
  const { page, world } = await open('https://mail.proton.me/proton');
  await expect.poll(() => level(world, 'ordinary')).toBe('none');
  await page.waitForTimeout(3_500);
  await page.evaluate(() => {
    const header = document.querySelector(
      '[data-testid="message-view-ordinary"] [data-testid="recipients:sender"]',
    );
    const [name, place] = header?.children ?? [];
    (name as Element).textContent = 'Công an TP Cần Thơ';
    setTimeout(() => ((place as Element).textContent = '<congan@thuviettu.example>'), 2_500);
  });
  await expect.poll(() => address(world, 'ordinary')).toBe('congan@thuviettu.example');
  await expect.poll(() => level(world, 'ordinary')).toBe('danger');
});

test('Zalo: a picture whose alt text comes later, or becomes another, is read', async ({ open }) => {
  const { page, world } = await open('https://chat.zalo.me/zalo');
  await expect.poll(() => level(world, 'scam')).toBe('danger');
  await page.evaluate(() => {
    const late = (document.getElementById('late') as HTMLTemplateElement).content.cloneNode(true) as Element;
    const picture = document.createElement('img');
    picture.width = picture.height = 60;
    picture.id = 'picture';
    late.querySelector('[data-component="message-text-content"]')?.replaceChildren(picture);
    document.getElementById('messageViewScroll')?.append(late);
  });
  await page.waitForTimeout(500);
  const say = (words: string) =>
    page.evaluate((alt) => ((document.getElementById('picture') as HTMLImageElement).alt = alt), words);
  await say(SCAM);
  await expect.poll(() => level(world, 'late')).toBe('danger');
  await say('Ảnh chụp con mèo');
  await expect.poll(() => level(world, 'late')).toBeUndefined();
});

test('Facebook: a message in a chat window over the page is read, with its sender', async ({ open }) => {
  const { page, world } = await open('https://www.facebook.com/facebook');
  await expect.poll(() => level(world, 'comment-scam')).toBe('danger');
  await page.evaluate((words) => {
    // The one message of the page: it is not read in the general way.
    const comment = document.querySelector('[data-u=comment-scam]')?.closest('[role=article]') as Element;
    const make = (tag: string, attributes: Record<string, string>, ...inside: (Node | string)[]) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(...inside);
      return element;
    };
    const cell = make(
      'div',
      { role: 'gridcell', 'data-scope': 'messages_table', 'data-u': 'popup' },
      make('h5', {}, 'Công an phường'),
      make('div', { dir: 'auto' }, words),
    );
    document.body.replaceChildren(
      make('div', { role: 'main' }, comment),
      make(
        'div',
        { style: 'position: fixed; bottom: 0; right: 80px; width: 328px; height: 455px' },
        make('div', { role: 'grid' }, make('div', { role: 'row' }, cell)),
        make('div', { contenteditable: 'true', role: 'textbox' }, words),
      ),
    );
  }, SCAM);
  await expect.poll(() => level(world, 'popup')).toBe('danger');
  expect((await one(world, 'popup'))?.sender.name).toBe('Công an phường');
});

test('Zalo: a bubble is judged anew once an earlier one comes above it', async ({ open }) => {
  const { page, world } = await open('https://chat.zalo.me/zalo');
  await expect.poll(() => level(world, 'scam')).toBe('danger');
  const add = (id: string, words: string, where: 'append' | 'before') =>
    page.evaluate(
      ([id, words, where]) => {
        const list = document.getElementById('messageViewScroll') as Element;
        const template = document.getElementById('late') as HTMLTemplateElement;
        const row = template.content.firstElementChild?.cloneNode(true) as Element;
        row.querySelector('[data-u]')?.setAttribute('data-u', id);
        // Sites show a name once, above the first of a run of bubbles.
        if (id === 'second') row.querySelector('.message-sender-name-content')?.remove();
        const text = row.querySelector('[data-component="message-text-content"]');
        if (text) text.textContent = words;
        if (where === 'append') list.append(row);
        else list.lastElementChild?.before(row);
      },
      [id, words, where] as const,
    );
  await page.evaluate(() => document.getElementById('messageViewScroll')?.replaceChildren());
  await add('second', 'Chị đang liên quan đường dây rửa tiền.', 'append');
  await page.waitForTimeout(2_500);
  await add('first', 'Chào chị, tôi là đại úy Hùng, công an quận.', 'before');
  await expect.poll(() => level(world, 'second')).toBe('danger');
});

test('Gmail: a row of the list whose address alone becomes another', async ({ open }) => {
  const { page, world } = await open('https://mail.google.com/gmail');
  await expect.poll(() => level(world, 'row-scam')).toBe('caution');
  await page.evaluate(() =>
    document.querySelector('[data-u=row-scam] [email]')?.setAttribute('email', 'khac@thuviettu.example'),
  );
  await expect.poll(() => address(world, 'row-scam')).toBe('khac@thuviettu.example');
});
