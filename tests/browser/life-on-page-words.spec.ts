/** Which words of a page are read over time: those that show, once they do; behind a link; none that a person writes. */
import { test } from './support/edition';
import { expect, highlights } from './support/extension';
import { SCAM } from './support/messages';
import { addMessage, CARD, change, PLAIN, type TestWindow } from './support/on-page';
import { unitsSeen } from './support/read-units';

test('words that are shown later are read then', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate((text) => {
    const message = (window as unknown as TestWindow).addMessage(text);
    message.style.display = 'none';
    (window as unknown as TestWindow).message = message;
  }, SCAM);
  await page.waitForTimeout(1_000);
  expect(await world.cardText()).toBeUndefined();
  await change(page, `message.style.display = ''`);
  await world.waitFor(CARD);
});

test('what is folded in a message whose beginning shows is read once it is unfolded', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate((words) => {
    const style = document.createElement('style');
    style.textContent =
      '.folded, .there .folded-there { display: none } .flat { max-height: 0; overflow: hidden }';
    document.head.append(style);
    document.body.className = 'there';
    for (const [tag, name] of [
      ['div', 'folded'],
      ['details', ''],
      ['details', 'bare'],
      ['div', 'folded-there'],
      ['div', 'flat'],
    ] as const) {
      const message = (window as unknown as TestWindow).addMessage('Nhờ anh chị chuyển tiền. ');
      const part = message.appendChild(document.createElement(tag));
      part.className = name;
      const inner = document.createElement('p');
      inner.textContent = words;
      part.append(
        document.createElement(tag === 'details' ? 'summary' : 'i'),
        name === 'bare' ? words : inner,
      );
    }
  }, SCAM);
  const levels = async () =>
    await world.evaluate(`[...globalThis[Symbol.for('canh-giac.session')].units.values()]
      .filter(({ judged }) => judged.verdict.level === 'danger').length`);
  await page.waitForTimeout(1_700);
  expect(await levels()).toBe(0);
  await page.evaluate(() => {
    document.body.className = '';
    document.querySelector('.folded')?.classList.remove('folded');
    document.querySelector('.flat')?.classList.remove('flat');
    document.querySelectorAll('details').forEach((one) => (one.open = true));
  });
  await expect.poll(levels).toBe(5);
});

test('what a person writes is never read, however it is marked', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate((text) => {
    for (const value of ['TRUE', 'true', '', 'plaintext-only']) {
      const editor = document.createElement('article');
      editor.setAttribute('contenteditable', value);
      editor.textContent = text;
      document.body.append(editor);
    }
    const frame = document.createElement('iframe');
    document.body.append(frame);
    if (frame.contentDocument) {
      frame.contentDocument.designMode = 'on';
      frame.contentDocument.body.textContent = text;
    }
  }, SCAM);
  await page.waitForTimeout(2_000);
  expect(await world.cardText()).toBeUndefined();
  // A message that turns into a composer loses its marks.
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  await change(page, `message.contentEditable = 'true'`);
  await expect.poll(async () => Object.values(await highlights(page)).flat()).toEqual([]);
});

test('a reported number behind a chat link is marked at the words of the link', async ({ open }) => {
  const { page } = await open(PLAIN);
  await addMessage(page, 'Cần hỗ trợ hồ sơ định danh thì ');
  await change(
    page,
    `const link = document.createElement('a'); link.href = 'https://zalo.me/0833109259'; link.textContent = 'nhắn Zalo cán bộ'; message.append(link)`,
  );
  await expect
    .poll(async () => (await highlights(page))['canh-giac-reported'] ?? [])
    .toEqual(['nhắn Zalo cán bộ']);
});

for (const [what, change] of [
  ['taken out of the page', 'box.replaceChildren()'],
  ['moved', 'part.append(box)'],
] as const) {
  test(`what is ${what} while it is walked through hides nothing that comes after it`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    const parts = 8;
    await page.evaluate(`(async () => {
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    for (let i = 0; i < ${parts}; i++) {
      const part = document.createElement('section');
      const box = part.appendChild(document.createElement('div'));
      for (let j = 0; j < 12_000; j++) box.append(document.createElement('i'));
      part.appendChild(document.createElement('article')).textContent = 'Gọi 0912 34500' + i + ' nhé';
      document.body.prepend(part);
      // The walk begins after a frame and a quiet moment, and takes several slices.
      await pause(20 + 10 * i);
      ${change};
      await pause(500);
    }
  })()`);
    const read = async () =>
      (await unitsSeen(world)).flatMap(({ text }) => /0912 34500\d/.exec(text)?.[0] ?? []).sort();
    await expect.poll(read).toEqual(Array.from({ length: parts }, (_, i) => `0912 34500${i}`));
  });
}
