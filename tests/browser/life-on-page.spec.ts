/** Units that change, move and multiply: the warning stays with its message, and what a person did stays done. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { test } from './support/edition';
import { expect, highlights } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import {
  addMessage,
  CARD,
  change,
  CHIPS,
  closeCard,
  NO_CARD,
  PLAIN,
  readWhole,
  type TestWindow,
} from './support/on-page';

const painted = async (page: Page) =>
  Object.values(await highlights(page))
    .flat()
    .join('\n');

async function press(world: ExtensionWorld, text: string): Promise<void> {
  await world.evaluate(`(() => {
    for (const button of root.querySelectorAll('.card button')) {
      if (button.textContent.trim() === ${JSON.stringify(text)}) button.dataset.press = ${JSON.stringify(text)};
    }
  })()`);
  await world.click(`[data-press="${text}"]`);
}

for (const [name, script] of [
  [
    'an SVG link',
    `const ns = 'http://www.w3.org/2000/svg'; const svg = document.createElementNS(ns, 'svg'); const a = document.createElementNS(ns, 'a'); a.setAttribute('href', '#'); svg.append(a); message.append(svg);`,
  ],
  [
    'a form whose inputs shadow the DOM',
    `for (const name of ['matches', 'closest', 'tagName', 'parentElement', 'nodeType', 'querySelector', 'parentNode', 'isConnected', 'contains', 'textContent', 'shadowRoot', 'assignedSlot', 'getRootNode', 'scrollWidth', 'scrollHeight', 'clientHeight']) { const form = document.createElement('form'); const input = document.createElement('input'); input.name = name; form.append(input); message.append(form); }`,
  ],
  [
    'a node that comes from a frame',
    `const frame = document.createElement('iframe'); document.body.append(frame); const p = frame.contentDocument.createElement('p'); p.append(frame.contentDocument.createTextNode(' xin chào')); frame.contentDocument.body.append(p); message.append(p);`,
  ],
] as const) {
  test(`${name} in a message stops neither its warning nor later ones`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await addMessage(page, SCAM);
    await change(page, script);
    await world.waitFor(CARD);
    await closeCard(world);
    await addMessage(page, `${SCAM} Mã hồ sơ 2.`);
    await expect.poll(() => world.evaluate(CHIPS)).toBe(2);
  });
}

test('a thousand ordinary numbers hide no scam from card, badge and popup', async ({ open, extension }) => {
  const { page, world } = await open(PLAIN);
  await readWhole(world);
  await page.evaluate(() => {
    for (let i = 0; i < 1_000; i++)
      (window as unknown as TestWindow).addMessage(`gọi 0912 34${5000 + i} nhé`);
  });
  await expect
    .poll(() => world.evaluate(`globalThis[Symbol.for('canh-giac.session')].units.size`), { timeout: 20_000 })
    .toBe(1_000);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  // It takes the place of a number that nobody looks at.
  const words = await page.evaluate(() =>
    [...(CSS.highlights.get('canh-giac-number') ?? [])].map(
      ({ startContainer }) => startContainer.textContent,
    ),
  );
  expect(words).toContain('gọi 0912 345000 nhé');
  const worker = await extension.worker();
  const tabId = await worker.evaluate<number>(
    `chrome.tabs.query({ url: 'https://forum.fixture.example/*' }).then(([tab]) => tab.id)`,
  );
  await expect.poll(() => worker.evaluate(`chrome.action.getBadgeText({ tabId: ${tabId} })`)).toBe('1');
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl(`popup.html?tab=${tabId}`));
  await expect(popup.locator('.page-units .level-danger').first()).toBeVisible();
});

test('a message that leaves before its verdict and comes back is warned of', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  // The background's answers wait until the message is gone.
  await world.evaluate(`(() => {
    const { runtime } = globalThis.browser ?? chrome;
    const send = runtime.sendMessage.bind(runtime);
    const gone = new Promise((done) => (globalThis.letGo = done));
    runtime.sendMessage = async (message) => {
      const answer = await send(message);
      globalThis.answers = (globalThis.answers ?? 0) + 1;
      await gone;
      return answer;
    };
  })()`);
  await addMessage(page, SCAM);
  await world.waitFor(`globalThis.answers > 0`);
  await change(page, `message.remove()`);
  await world.evaluate(`globalThis.letGo()`);
  await page.waitForTimeout(500);
  expect(await world.cardText()).toBeUndefined();
  await change(page, `document.body.append(message)`);
  await world.waitFor(CARD);
});

test('a clock that ticks in a message brings nothing back', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await change(
    page,
    `const clock = document.createElement('span'); clock.id = 'clock'; clock.textContent = ' 5 phút'; message.append(clock)`,
  );
  const tick = async (words: string) => {
    await page.evaluate((text) => document.getElementById('clock')?.replaceChildren(text), words);
    await page.waitForTimeout(900);
  };
  await world.waitFor(CARD);
  await tick(' 6 phút');
  // The card follows its message.
  await press(world, 'Ẩn ở đây');
  await tick(' 7 phút');
  expect(await world.evaluate(CHIPS)).toBe(0);
  expect(await painted(page)).toBe('');
  await press(world, 'Hoàn tác');
  await expect.poll(() => world.evaluate(CHIPS)).toBe(1);
  await closeCard(world);
  await tick(' 8 phút');
  expect(await world.evaluate(NO_CARD)).toBe(true);
  await change(page, `message.remove()`);
  await expect.poll(() => painted(page)).toBe('');
});

test('a row that is used for another message loses chip, card and marks', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  await page.evaluate((text) => (window as unknown as TestWindow).message.replaceChildren(text), ORDINARY);
  await world.waitFor(`${NO_CARD} && (${CHIPS}) === 0`);
  expect(await painted(page)).toBe('');
  await addMessage(page, `${SCAM} Mã hồ sơ 3.`);
  await expect.poll(() => world.evaluate(CHIPS)).toBe(1);
  await change(page, `message.replaceChildren()`);
  await expect.poll(() => world.evaluate(CHIPS)).toBe(0);
});

test('the same words drawn anew keep their marks', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  const before = (await painted(page)).length;
  await change(page, `message.textContent = message.textContent`);
  await page.waitForTimeout(1_000);
  expect((await painted(page)).length).toBe(before);
});

test('closing by mouse leaves the writing where it was', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    box.id = 'box';
    document.body.prepend(box);
    box.focus();
  });
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  await closeCard(world);
  await page.keyboard.type('chao ban');
  expect(await page.locator('#box').inputValue()).toBe('chao ban');
  expect(await world.evaluate(NO_CARD)).toBe(true);
});
