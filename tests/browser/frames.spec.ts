/** Frames and shadow roots: where text can lie beside the top document. */
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { test } from './support/edition';
import { expect, highlights, type OpenPage } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import { unitsSeen } from './support/read-units';

const PLAIN = 'https://forum.fixture.example/plain';
const CARD = `root?.querySelector('[role="dialog"].level-danger')`;

test('an open shadow root, filled after it was attached', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate((text) => {
    const host = document.createElement('div');
    document.getElementById('main')?.append(host);
    const inner = host.attachShadow({ mode: 'open' });
    inner.append(document.createElement('p'));
    setTimeout(() => {
      const article = document.createElement('article');
      article.textContent = text;
      inner.append(article);
    }, 800);
  }, SCAM);
  await world.waitFor(CARD);
  await expect.poll(async () => (await highlights(page))['canh-giac-number']).toEqual(['0292 000 0111']);
  // The document's sheet speaks of the root alone: what stands in a shadow tree inherits its marks.
  const line = await page.evaluate(() => {
    const article = document.querySelector('#main > div')?.shadowRoot?.querySelector('article');
    return article && getComputedStyle(article, '::highlight(canh-giac-number)').textDecorationLine;
  });
  expect(line).toBe('underline');
});

for (const [what, attach] of [
  ['on a plain element', 'attach(document.querySelector("#main > div"))'],
  [
    'on an element whose kind is defined late',
    'customElements.define("late-post", class extends HTMLElement { constructor() { super(); attach(this); } })',
  ],
] as const)
  test(`a shadow tree that comes long after its host, ${what}, in a large page`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await page.evaluate(() => {
      const others = Array.from({ length: 3_000 }, () => document.createElement('i'));
      document.body.append(...others);
      document.getElementById('main')?.append(document.createElement('div'));
      document.body.append(document.createElement('late-post'));
    });
    // Read, and looked at a few times.
    await page.waitForTimeout(3_000);
    await page.evaluate(`{
      const attach = (host) => {
        const article = document.createElement('article');
        article.textContent = ${JSON.stringify(SCAM)};
        host.attachShadow({ mode: 'open' }).append(article);
      };
      ${attach};
    }`);
    await world.waitFor(CARD, 20_000);
  });

test('a composer inside an open shadow root is left alone', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate((text) => {
    const editor = document.createElement('div');
    editor.contentEditable = 'true';
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(editor);
    editor.textContent = text;
    const box = document.createElement('textarea');
    box.value = text;
    box.textContent = text;
    document.getElementById('main')?.append(host, box);
  }, SCAM);
  await page.waitForTimeout(1_500);
  expect(await world.cardText()).toBeUndefined();
  expect(Object.values(await highlights(page)).flat()).toEqual([]);
});

test('a mail in a sandboxed srcdoc frame is read as one message; its card opens in the top frame', async ({
  open,
}) => {
  const { page, world } = await open('https://forum.fixture.example/frames');
  await world.waitFor(CARD);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error('no frame');
  expect(Object.values(await highlights(page)).flat()).toEqual([]);
  expect(await world.cardText()).toContain('0292 0000111');
});

type Open = (url: string) => Promise<OpenPage>;

const WARNING = 'Cảnh báo: công an không gọi điện yêu cầu chuyển tiền, mọi người cẩn thận kẻo bị lừa đảo.';
const THREE = [ORDINARY, SCAM, WARNING];
const [FIRST, ...REST] = SCAM.split(/(?<=\.) /);

/** A page whose frame holds this. */
async function openFrame(open: Open, inside: string): Promise<ExtensionWorld> {
  const { page, world } = await open(PLAIN);
  const body = `<!doctype html><meta charset="utf-8" /><iframe title="A" srcdoc='${inside}'></iframe>`;
  await page.route(PLAIN, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.reload();
  return world;
}

const idOf = (said: string) => (said === SCAM ? 'scam' : '');

for (const [name, inside] of [
  ['a menu', `<nav>${WARNING}</nav><div data-u="scam">${SCAM}</div>`],
  [
    'comments in a list',
    THREE.map((said) => `<li data-u="${idOf(said)}"><a href="#a">Lan</a><div>${said}</div></li>`).join(''),
  ],
] as const) {
  test(`a frame's page with ${name} is not read as one mail`, async ({ open }) => {
    const world = await openFrame(open, inside);
    const levels = async () => (await unitsSeen(world)).map(({ id, level }) => `${id} ${level}`);
    await expect.poll(levels).toContain('scam danger');
    const scam = (await unitsSeen(world)).find(({ id }) => id === 'scam');
    expect(scam?.text).not.toContain('Cảnh báo');
  });
}

test('a mail of tables and points in a frame is one message', async ({ open }) => {
  const points = REST.map((said) => `<li><p>${said}</p></li>`).join('');
  const world = await openFrame(
    open,
    `<table data-u="mail"><tr><td>${String(FIRST)}</td></tr><tr><td><ul>${points}</ul></td></tr></table>`,
  );
  const mails = async () => (await unitsSeen(world)).map(({ id, level }) => `${id} ${level}`);
  await expect.poll(mails).toEqual(['mail danger']);
});
