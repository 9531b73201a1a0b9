/** Where card and chips stand: off composers, in scrolled boxes, at any zoom, not in print. */
import { addMessage, boxOf, meet, pageBox, type TestWindow } from './support/boxes';
import { test } from './support/edition';
import { expect } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import { CARD, CHIPS, closeCard, NO_CARD, PLAIN } from './support/on-page';

test('the card keeps off the composer and its send button, wherever they stand', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    const form = document.createElement('div');
    form.id = 'chat';
    form.style.cssText = 'position:fixed;right:0;bottom:0;width:500px;height:90px';
    const box = document.createElement('div');
    box.id = 'composer';
    box.contentEditable = 'true';
    box.style.cssText = 'width:380px;height:60px;border:1px solid';
    const send = document.createElement('button');
    send.id = 'send';
    send.textContent = 'Gửi';
    send.style.cssText = 'position:absolute;right:4px;top:4px;width:90px;height:60px';
    form.append(box, send);
    document.body.append(form);
  });
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  const free = async () =>
    !meet(await boxOf(world, '.card'), await pageBox(page, '#composer')) &&
    !meet(await boxOf(world, '.card'), await pageBox(page, '#send'));
  await expect.poll(free).toBe(true);
  // It goes where the composer goes not.
  await page.evaluate(() => {
    const chat = document.getElementById('chat');
    if (chat) chat.style.bottom = '600px';
    document.getElementById('composer')?.focus();
  });
  await expect.poll(async () => (await boxOf(world, '.card'))?.bottom).toBe(800 - 16);
  expect(await free()).toBe(true);
  // Two composers that leave less room than the card is high: it gets lower, its text scrolls.
  await page.evaluate(() => {
    for (const [id, at] of [
      ['one', 'left:0;width:700px;top:300px'],
      ['two', 'right:0;width:700px;top:500px'],
    ] as const) {
      const box = document.createElement('textarea');
      box.id = id;
      box.style.cssText = `position:fixed;height:60px;${at}`;
      document.body.append(box);
    }
    document.getElementById('chat')?.remove();
  });
  await expect
    .poll(async () => {
      const card = await boxOf(world, '.card');
      return !meet(card, await pageBox(page, '#one')) && !meet(card, await pageBox(page, '#two'));
    })
    .toBe(true);
});

for (const [name, script] of [
  [
    'an editor in a frame, its send button eight levels above',
    `let at = chat;
     for (let level = 0; level < 8; level++) at = at.appendChild(document.createElement('div'));
     at.append(frame);
     frame.contentDocument.body.contentEditable = 'true'`,
  ],
  ['an editor in a frame with designMode', `chat.append(frame); frame.contentDocument.designMode = 'on'`],
  [
    'a foreign frame that holds the focus',
    `frame.src = 'https://other.fixture.example/plain';
     frame.addEventListener('load', () => frame.focus());
     chat.append(frame)`,
  ],
  [
    'a composer and its button in an open shadow tree',
    `const area = document.createElement('textarea');
     area.style.cssText = frame.style.cssText;
     chat.attachShadow({ mode: 'open' }).append(area, document.createElement('slot'))`,
  ],
] as const) {
  test(`the card keeps off ${name}`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await page.evaluate(`(() => {
      const chat = document.createElement('div');
      chat.id = 'chat';
      chat.style.cssText = 'position:fixed;right:0;bottom:0;width:500px;height:210px';
      document.body.append(chat);
      const frame = document.createElement('iframe');
      frame.style.cssText = 'width:380px;height:200px;border:1px solid';
      ${script};
      const send = document.createElement('button');
      send.textContent = 'Gửi';
      send.style.cssText = 'position:absolute;right:4px;bottom:4px;width:90px;height:60px';
      chat.append(send);
    })()`);
    await addMessage(page, SCAM);
    await world.waitFor(CARD);
    await expect
      .poll(async () => {
        const card = await boxOf(world, '.card');
        return card && !meet(card, await pageBox(page, '#chat'));
      })
      .toBe(true);
  });
}

test('forms whose inputs shadow all of the DOM, around messages and where one writes, keep back no warning', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(
    ([first, second]) => {
      const names = new Set<string>();
      for (
        let at: object | null = HTMLFormElement.prototype;
        at;
        at = Object.getPrototypeOf(at) as object | null
      )
        for (const name of Object.getOwnPropertyNames(at)) names.add(name);
      const shadowed = (...content: readonly Node[]) => {
        const form = document.createElement('form');
        for (const name of names) {
          const input = document.createElement('input');
          input.type = 'hidden';
          input.name = name;
          HTMLElement.prototype.append.call(form, input);
        }
        HTMLElement.prototype.append.call(form, ...content);
        document.getElementById('main')?.append(form);
        return form;
      };
      const words = (text: string) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        return paragraph;
      };
      shadowed(words(first), document.createElement('textarea'));
      Element.prototype.setAttribute.call(shadowed(words(second)), 'role', 'article');
      Element.prototype.setAttribute.call(shadowed(words('Ghi chú')), 'contenteditable', '');
      // The page is as hostile as that: no form of its own answers any more.
      if (typeof shadowed().closest === 'function') throw new Error('nothing is shadowed');
    },
    [SCAM, `${SCAM} Mã hồ sơ 2.`] as const,
  );
  await world.waitFor(CARD);
  await world.waitFor(`getComputedStyle(root.querySelector('.card')).visibility === 'visible'`);
  await expect.poll(() => world.evaluate(CHIPS)).toBe(2);
});

test('chips: none where the message scrolled out of its box, none over a composer', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(
    ([scam, ordinary]) => {
      const box = document.createElement('div');
      box.id = 'box';
      box.style.cssText = 'height:200px;width:600px;overflow:auto;margin-top:150px';
      document.body.append(box);
      for (let i = 0; i < 40; i++)
        (window as unknown as TestWindow).addMessage(i === 20 ? scam : `${ordinary} ${i}`, box);
    },
    [SCAM, ORDINARY] as const,
  );
  await world.waitFor(CARD);
  await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 0));
  await world.waitFor(`root.querySelectorAll('.chip').length === 0`);
  await page.evaluate(() =>
    document.querySelectorAll('#box article')[20]?.scrollIntoView({ block: 'start' }),
  );
  await world.waitFor(`root.querySelectorAll('.chip').length === 1`);
  expect(meet(await boxOf(world, '.chip'), await pageBox(page, '#box'))).toBe(true);
  // Scrolled until a sliver is left: the chip stays inside the box that clips its message.
  await page.evaluate(() => {
    const box = document.getElementById('box');
    const article = box?.querySelectorAll('article')[20];
    if (box && article)
      box.scrollTop += article.getBoundingClientRect().bottom - box.getBoundingClientRect().top - 34;
  });
  await expect
    .poll(async () => {
      const [chip, box] = [await boxOf(world, '.chip'), await pageBox(page, '#box')];
      return chip && box && chip.top >= box.top - 1 && chip.bottom <= box.bottom + 1;
    })
    .toBe(true);
  await page.evaluate(() => {
    const composer = document.createElement('textarea');
    const { left, top } = document.getElementById('box')?.getBoundingClientRect() ?? { left: 0, top: 0 };
    composer.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:700px;height:60px`;
    document.body.append(composer);
    composer.focus();
  });
  await world.waitFor(`root.querySelectorAll('.chip').length === 0`);
});

for (const zoom of [0.25, 3]) {
  test(`a page zoomed by its style to ${zoom}: card and chip keep size and place`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await addMessage(page, SCAM);
    await world.waitFor(CARD);
    const before = await boxOf(world, '.card');
    await page.evaluate((value) => document.documentElement.style.setProperty('zoom', String(value)), zoom);
    await expect
      .poll(async () => {
        const now = await boxOf(world, '.card');
        return now && before && Math.abs(now.right - now.left - (before.right - before.left)) < 2;
      })
      .toBe(true);
    await expect
      .poll(async () => meet(await boxOf(world, '.chip'), await pageBox(page, 'article')))
      .toBe(true);
    await closeCard(world);
    await world.waitFor(NO_CARD);
  });
}

test('printing: neither layer nor marks', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  const line = () =>
    page.evaluate(() => {
      const article = document.querySelector('article');
      return article && getComputedStyle(article, '::highlight(canh-giac-danger)').textDecorationLine;
    });
  expect(await line()).toBe('underline');
  await page.emulateMedia({ media: 'print' });
  expect(await line()).toBe('none');
  expect(await world.evaluate(`root.querySelector('.card').checkVisibility()`)).toBe(false);
  expect(await world.evaluate(`root.querySelector('.chip')?.checkVisibility() ?? false`)).toBe(false);
});
