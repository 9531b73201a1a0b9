/**
 * In a real Firefox: what lies far from the view waits until it comes near, opens, or the popup asks. There boxes, live
 * lists and events come through the wrappers of the extension's own world.
 */
import { expect, test } from 'vitest';
import type { FirefoxPage } from '../../scripts/browser/firefox-page';
import { ask } from '../browser/support/ask';
import { ORDINARY, SCAM } from '../browser/support/messages';
import { useFirefox } from './support/firefox';

const firefox = useFirefox();

const openPlain = () => firefox.open('https://forum.fixture.example/plain');

/** So many that those far from the view are not looked at all at once while nothing is scrolled. */
const MANY = 3_000;
/** At most two looks at rest, each at 50 rows of MANY: they hit one of the few in view once in ten times. */
const SOON = { timeout: 3_000 };
const LATER = { timeout: 10_000 };
/** Longer than it takes to read all of a page here if nothing waited, and than the time to a look at rest. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 2_000));

/** The number of a row, in the page. */
const number = (index: string) => `('0912 34' + (5_000 + ${index}))`;

/** Adds a list of rows as high as the window with a number each, or rows to it, in one go; `style` is the list's. */
const addList = (plain: FirefoxPage, rows: number, style = '') =>
  plain.page.evaluate(`{
    const list = document.getElementById('list') ?? document.createElement('section');
    list.id = 'list';
    list.style.cssText = '${style}';
    for (let i = 0; i < ${rows}; i++) {
      const row = list.appendChild(document.createElement('div'));
      row.style.height = '100vh';
      row.textContent = 'Dòng này gọi ' + ${number('i')} + ' nhé';
    }
    document.getElementById('main').append(list);
  }`);

/** Adds a part that begins many windows below the view, in one go with what `script` puts into it. */
const addFar = (plain: FirefoxPage, script: string) =>
  plain.page.evaluate(`{
    const far = document.createElement('footer');
    far.style.marginTop = '900vh';
    for (let i = 0; i < 200; i++) far.appendChild(document.createElement('p')).textContent = ${JSON.stringify(ORDINARY)};
    ${script}
    document.getElementById('main').append(far);
  }`);

/** The rows that texts name, in order. */
const rowsIn = (texts: readonly string[] = []) =>
  texts.flatMap((text) => Number(/0912 34(\d{4})/.exec(text)?.[1]) - 5_000).sort((a, b) => a - b);

const marked = async (plain: FirefoxPage) => rowsIn((await plain.highlights()).number);

const unitsOf = (plain: FirefoxPage) =>
  plain.evaluate<{ text: string; level: string }[]>(`[...(session?.units.values() ?? [])]
    .map(({ content, judged }) => ({ text: content.unit.text, level: judged.verdict.level }))`);
const read = async (plain: FirefoxPage) => rowsIn((await unitsOf(plain)).map(({ text }) => text));
const levels = async (plain: FirefoxPage) => (await unitsOf(plain)).map(({ level }) => level);

test.each([
  ['page', ''],
  ['scrolled box', 'height: 400px; overflow: auto'],
])(
  'a long list in a %s: rows in view are marked, after a jump too; far ones are not read',
  async (_, style) => {
    const plain = await openPlain();
    await addList(plain, MANY, style);
    await expect.poll(() => marked(plain), LATER).toContain(0);
    await rest();
    const first = await read(plain);
    expect(first).toEqual(Array.from(first, (_one, i) => i));
    expect(first.length).toBeLessThan(10);
    for (const at of [2_500, 2_999, 1_200]) {
      await plain.page.evaluate(`document.getElementById('list').children[${at}].scrollIntoView()`);
      await expect.poll(() => marked(plain), SOON).toContain(at);
    }
    expect((await read(plain)).length).toBeLessThan(40);
  },
);

test('the columns of a long list begin anew at its top', async () => {
  const plain = await openPlain();
  await addList(plain, MANY, 'columns: 2');
  // Where the machine is slow, the browser alone takes seconds for the columns: the time counts from the first row.
  await expect.poll(() => marked(plain), LATER).toContain(0);
  await expect.poll(() => marked(plain), SOON).toContain(MANY / 2);
});

test('what the window shows though it stands at the end of a part that is far', async () => {
  const plain = await openPlain();
  await addFar(
    plain,
    `const fixed = far.appendChild(document.createElement('article'));
    fixed.textContent = ${JSON.stringify(SCAM)};
    fixed.style.cssText = 'position: fixed; inset: 20%; background: white; overflow: hidden';`,
  );
  await expect.poll(() => levels(plain), LATER).toEqual(['danger']);
});

test.each([
  ['dialog', `document.createElement('dialog')`, 'showModal'],
  ['popover', `Object.assign(document.createElement('div'), { popover: 'auto' })`, 'showPopover'],
])('a %s in the middle of a part that is far is read when it opens', async (_, make, show) => {
  const plain = await openPlain();
  await addFar(
    plain,
    `window.layer = ${make};
    layer.textContent = ${JSON.stringify(SCAM)};
    far.children[100].after(layer);`,
  );
  await rest();
  expect(await levels(plain)).toEqual([]);
  await plain.page.evaluate(`layer.${show}()`);
  await expect.poll(() => levels(plain), LATER).toEqual(['danger']);
});

test('what is taken out of the page while it is walked through hides nothing that comes after it', async () => {
  const plain = await openPlain();
  await plain.waitFor('session');
  const parts = 8;
  await plain.page.evaluate(`(async () => {
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    for (let i = 0; i < ${parts}; i++) {
      const part = document.createElement('section');
      const box = part.appendChild(document.createElement('div'));
      for (let j = 0; j < 12_000; j++) box.append(document.createElement('i'));
      part.appendChild(document.createElement('article')).textContent = 'Gọi ' + ${number('i')} + ' nhé';
      document.body.prepend(part);
      // The walk begins after a frame and a quiet moment, and takes several slices.
      await pause(20 + 10 * i);
      box.replaceChildren();
      await pause(500);
    }
  })()`);
  await expect.poll(() => read(plain), LATER).toEqual(Array.from({ length: parts }, (_, i) => i));
});

test('a page that fills after the look at a small change of it has begun: far rows are not read', async () => {
  const plain = await openPlain();
  await plain.page.evaluate(`addMessage('Gọi 0912 349999 nhé'); 0`);
  await expect.poll(() => marked(plain), LATER).toEqual([4_999]);
  // Each slice of work is over at once, and the next waits until it is let go; a look at the page's software is due.
  await plain.evaluate(`(() => {
    const idle = requestIdleCallback;
    let time = performance.now() + 60_000;
    performance.now = () => (time += 10);
    globalThis.requestIdleCallback = (run) => { globalThis.slice = run; };
    globalThis.step = () => { const run = slice; slice = undefined; run(); };
    globalThis.go = () => {
      delete performance.now;
      globalThis.requestIdleCallback = idle;
      slice();
    };
  })()`);
  await addList(plain, 1);
  await plain.waitFor('globalThis.slice');
  await plain.evaluate('step()');
  expect(await plain.evaluate('Boolean(slice)')).toBe(true);
  await addList(plain, 300);
  await plain.evaluate('go()');
  await expect.poll(() => marked(plain), LATER).toContain(0);
  expect((await read(plain)).length).toBeLessThan(10);
});

test('the popup has the whole page read', async () => {
  const plain = await openPlain();
  await addList(plain, 300);
  await expect.poll(() => marked(plain), LATER).toContain(0);
  await rest();
  expect((await read(plain)).length).toBeLessThan(10);
  // What the popup asks when it opens.
  await ask(firefox.launched().driver, 'page-findings', { tabId: plain.tabId });
  await expect.poll(() => read(plain), LATER).toEqual(Array.from({ length: 300 }, (_, i) => i));
});
