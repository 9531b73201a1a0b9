/** Frames and shadow roots: where text can lie beside the top document. */
import { test } from './support/edition';
import { expect, highlights } from './support/extension';
import { SCAM } from './support/messages';

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
