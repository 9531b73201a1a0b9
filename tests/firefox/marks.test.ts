/** In a real Firefox: marks in shadow trees, where the document's own sheets paint none. */
import { expect, test } from 'vitest';
import { useFirefox } from './support/firefox';

const firefox = useFirefox();

test('marks in a shadow tree come back after the page has set its sheets anew, each time', async () => {
  const plain = await firefox.open('https://forum.fixture.example/plain');
  await plain.page.evaluate(`{
    const host = document.getElementById('main').appendChild(document.createElement('div'));
    host.attachShadow({ mode: 'open' });
  }`);
  const pixels = async () => {
    const place = await plain.page.$('#main > div:last-child');
    if (!place) throw new Error('no host');
    return place.screenshot({ encoding: 'base64' });
  };
  const inTree = (script: string) =>
    plain.page.evaluate(
      `{ const root = document.querySelector('#main > div:last-child').shadowRoot; ${script} }`,
    );
  const own = `const own = new CSSStyleSheet(); own.replaceSync('p { color: #123 }'); root.adoptedStyleSheets = [own];`;
  await inTree(
    `${own} root.append(Object.assign(document.createElement('p'), { textContent: 'gọi 0912 345 678 nhé' }));`,
  );
  await expect.poll(() => plain.highlights(), { timeout: 10_000 }).toEqual({ number: ['0912 345 678'] });
  const marked = await pixels();
  for (let turn = 0; turn < 2; turn++) {
    await inTree(own);
    expect(await pixels()).not.toBe(marked);
    await expect.poll(pixels, { timeout: 5_000 }).toBe(marked);
  }
});
