/** Pages that draw a message anew, as frameworks do: its card stays, and what stands in other boxes by then is warned of once. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { test } from './support/edition';
import { expect } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import { addMessage, CARD, change, CHIPS, closeCard, NO_CARD, PLAIN } from './support/on-page';
import { openBody, type BrowserOfTest } from './support/open-body';
import { painted, unitsSeen } from './support/read-units';

const levels = async (world: ExtensionWorld) => (await unitsSeen(world)).map(({ level }) => level);

/** Remembers the card that is open. */
const keepCard = (world: ExtensionWorld) => world.evaluate(`(globalThis.card = ${CARD}) && undefined`);
const IS_SAME_CARD = `globalThis.card === ${CARD}`;

/** A page that may write HTML, with this in an element `part`. */
const openPart = (browser: BrowserOfTest, html: string) =>
  openBody(browser, 'part', `<div id="part">${html}</div>`);

const addHtml = (page: Page, html: string) =>
  page.evaluate((inner) => {
    const { body } = new DOMParser().parseFromString(inner, 'text/html');
    document.getElementById('part')?.append(...body.childNodes);
  }, html);

for (const [name, script] of [
  ['by an equal element', `message.replaceWith(message.cloneNode(true))`],
  ['with all that is around it', `document.body.replaceWith(document.body.cloneNode(true))`],
  [
    'by an equal element a little later',
    `message.remove(); setTimeout(() => document.body.append(message.cloneNode(true)), 200)`,
  ],
] as const) {
  test(`a message that is replaced ${name} keeps its card`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await addMessage(page, SCAM);
    await world.waitFor(CARD);
    await keepCard(world);
    await change(page, script);
    await page.waitForTimeout(2_500);
    expect(await world.evaluate(IS_SAME_CARD)).toBe(true);
    expect(await world.evaluate(CHIPS)).toBe(1);
  });
}

test('a message that comes word by word, drawn anew at each, keeps its card', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  const written = page.evaluate(async (words) => {
    const place = document.body.appendChild(document.createElement('div'));
    let said = '';
    for (const word of `${words} Đây là yêu cầu cuối cùng.`.split(' ')) {
      said += `${word} `;
      const text = document.createElement('p');
      text.textContent = said;
      place.replaceChildren(text);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, SCAM);
  await world.waitFor(CARD);
  await keepCard(world);
  await written;
  await page.waitForTimeout(2_000);
  expect(await world.evaluate(IS_SAME_CARD)).toBe(true);
});

test('a message that was away opens its card again, unless the person closed it', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  await change(page, `message.hidden = true`);
  await world.waitFor(NO_CARD);
  await change(page, `message.hidden = false`);
  await world.waitFor(CARD);
  await closeCard(world);
  await change(page, `message.hidden = true`);
  await expect.poll(() => world.evaluate(CHIPS)).toBe(0);
  await change(page, `message.hidden = false`);
  await expect.poll(() => world.evaluate(CHIPS)).toBe(1);
  await page.waitForTimeout(1_000);
  expect(await world.evaluate(NO_CARD)).toBe(true);
});

test('a message that comes and goes opens its card twice at most', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  for (let i = 0; i < 2; i++) {
    await change(page, `message.hidden = false`);
    await world.waitFor(CARD);
    await change(page, `message.hidden = true`);
    await world.waitFor(NO_CARD);
  }
  await change(page, `message.hidden = false`);
  await expect.poll(() => world.evaluate(CHIPS)).toBe(1);
  await page.waitForTimeout(1_000);
  expect(await world.evaluate(NO_CARD)).toBe(true);
});

const [FIRST = '', SECOND = '', ...REST] = SCAM.split(/(?<=\.) (?=[A-ZĐK])/);
const TWO = `<p>${FIRST} ${SECOND}</p><p>${REST.join(' ')}</p>`;

test('paragraphs that become one message with what came are warned of once', async ({ open, extension }) => {
  const loading = '<section><div><ul><li>Đang tải</li></ul></div></section>';
  const { page, world } = await openPart({ open, extension }, TWO + loading);
  await expect.poll(() => levels(world)).toEqual(['danger', 'danger']);
  await page.evaluate(() => document.querySelector('section')?.remove());
  await addHtml(page, `<p>${ORDINARY}</p>`);
  await expect.poll(() => levels(world)).toEqual(['danger']);
  const numbers = await painted(page, 'number');
  expect(numbers).toEqual([...new Set(numbers)]);
});

test('a message that falls into several by what came is warned of once in each', async ({
  open,
  extension,
}) => {
  const { page, world } = await openPart({ open, extension }, TWO);
  await expect.poll(() => levels(world)).toEqual(['danger']);
  await addHtml(page, `<section><p>${ORDINARY}</p><ul><li>${ORDINARY}</li></ul></section>`);
  await world.evaluate(`globalThis[Symbol.for('canh-giac.session')].readWhole()`);
  await expect.poll(() => levels(world)).toEqual(['danger', 'danger']);
  await page.waitForTimeout(2_000);
  expect(await levels(world)).toEqual(['danger', 'danger']);
});

test('words that come to a message after it fell into parts are read', async ({ open, extension }) => {
  const { page, world } = await openPart({ open, extension }, `<p>${FIRST} ${SECOND}</p><p>Không</p>`);
  await expect.poll(() => levels(world)).toEqual(['danger']);
  await addHtml(page, '<section><p>Điều một</p></section>');
  await page.evaluate((words) => {
    const last = document.querySelector('#part > p + p')?.firstChild as Text;
    last.data = words;
  }, REST.join(' '));
  const said = async () => (await unitsSeen(world)).map(({ text }) => text.trim());
  await expect.poll(said).toEqual([`${FIRST} ${SECOND}`, REST.join(' ')]);
});

test('marks of a message that the page moves stand at once', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  const before = await painted(page, 'danger');
  expect(before.length).toBeGreaterThan(0);
  await change(page, `message.parentElement.append(message)`);
  // Sooner than the look that puts back what pages clear.
  await expect.poll(() => painted(page, 'danger'), { timeout: 900, intervals: [50] }).toEqual(before);
});

test('what a person wrote is read once it is no composer any more', async ({ open, extension }) => {
  const draft = `<div id="draft" contenteditable="true"><p>${SCAM}</p></div>`;
  const { page, world } = await openPart({ open, extension }, draft);
  await page.waitForTimeout(2_000);
  expect(await world.evaluate(NO_CARD)).toBe(true);
  await page.evaluate(() => document.getElementById('draft')?.removeAttribute('contenteditable'));
  await world.waitFor(CARD);
});

test('a link that leads elsewhere by now is judged anew', async ({ open, extension }) => {
  const { page, world } = await openPart(
    { open, extension },
    '<p>Mời bà con xem thông báo tại <a id="link" href="https://cantho.gov.vn/tin">cantho.gov.vn</a></p>',
  );
  await page.waitForTimeout(2_000);
  expect(await levels(world)).toEqual([]);
  await page.evaluate(() =>
    document.getElementById('link')?.setAttribute('href', 'https://thuviettu.example/tin'),
  );
  await expect.poll(() => levels(world)).not.toEqual([]);
});

test('a document that has no root for a while: nothing fails, and what comes then is read', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  await page.evaluate(() => {
    const root = document.documentElement;
    root.remove();
    setTimeout(() => document.append(root), 3_500);
  });
  await page.waitForTimeout(3_000);
  await world.waitFor(CARD);
  expect(errors).toEqual([]);
});
