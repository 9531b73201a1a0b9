/** Words that come into sight late or leave it, and links that say more than the words around them. */
import type { TestWindow } from './support/boxes';
import { expect } from './support/extension';
import { SCAM } from './support/messages';
import { CARD, CHIPS, NO_CARD, PLAIN, readWhole } from './support/on-page';
import { unitsSeen } from './support/read-units';
import { test } from './support/edition';

test('a page that is faded in is read whole, however much of it there is', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await readWhole(world);
  await page.evaluate((scam) => {
    document.documentElement.style.opacity = '0';
    const test = window as unknown as TestWindow;
    test.addMessage(scam);
    for (let i = 0; i < 600; i++) test.addMessage(`gọi 0912 34${5000 + i} nhé`);
  }, SCAM);
  // Time to be read while nothing of it shows.
  await page.waitForTimeout(3_000);
  expect(await world.evaluate(CHIPS)).toBe(0);
  await page.evaluate(() => document.documentElement.style.removeProperty('opacity'));
  await world.waitFor(CARD, 10_000);
  await expect
    .poll(() => world.evaluate(`globalThis[Symbol.for('canh-giac.session')].units.size`), { timeout: 15_000 })
    .toBe(601);
});

for (const [how, hide, show] of [
  ['not displayed', 'display: none', ''],
  ['faded out', 'opacity: 0', ''],
  ['not displayed, of parts without boxes', 'display: none', 'display: contents'],
] as const) {
  test(`a view that is ${how} takes its warning along, and brings it back`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await page.evaluate(
      ([scam, style]) => {
        const view = document.createElement('section');
        view.id = 'view';
        document.body.append(view);
        (window as unknown as TestWindow).addMessage(scam, view).style.cssText = style;
      },
      [SCAM, show] as const,
    );
    await world.waitFor(CARD);
    const dress = (style: string) =>
      page.evaluate((css) => {
        const view = document.getElementById('view');
        if (view) view.style.cssText = css;
      }, style);
    await dress(hide);
    await world.waitFor(NO_CARD, 10_000);
    await expect.poll(() => world.evaluate(CHIPS)).toBe(0);
    expect(await unitsSeen(world)).toEqual([]);
    await dress('');
    await expect.poll(async () => (await unitsSeen(world)).length, { timeout: 10_000 }).toBe(1);
    // It stays: what shows is not taken for hidden.
    await page.waitForTimeout(3_500);
    expect(await unitsSeen(world)).toHaveLength(1);
  });
}

/** Words and addresses of links; none of the words is one of those that let a text pass for judging. */
const LINKS = [
  ['a foreign address', 'đây', 'https://vietcornbank.com.vn/', 'link'],
  ['an address in the words', 'vietcornbank.com.vn', '', 'link'],
  ['an official address that leads elsewhere', 'dichvucong.gov.vn', 'https://evil.xyz/', 'link'],
  ['a program', 'đây', 'https://kho.xyz/cap-nhat.apk', 'link'],
  ['a chat', 'đây', 'https://zalo.me/0912345678', 'phone'],
  ['a call', 'đây', 'tel:0912345678', 'phone'],
] as const;

test('a link is looked at whatever the words around it say', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate((links) => {
    for (const [name, words, address] of links) {
      const message = (window as unknown as TestWindow).addMessage('Xem thêm: ');
      message.dataset.u = name;
      const link = document.createElement('a');
      link.href = address;
      link.textContent = words;
      message.append(address ? link : words);
    }
  }, LINKS);
  const kinds = `Object.fromEntries([...globalThis[Symbol.for('canh-giac.session')].units.values()].map(
    ({ root, judged }) => [root.dataset.u, judged.verdict.findings.map(({ kind }) => kind).join()]))`;
  await expect
    .poll(() => world.evaluate<Record<string, string>>(kinds))
    .toMatchObject(
      Object.fromEntries(LINKS.map(([name, , , kind]) => [name, expect.stringContaining(kind)])),
    );
});

test('words of a link that are cut up by elements within the line are one address', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  const cuts = ['span', 'tt', 'big', 'x-part'];
  await page.evaluate((tags) => {
    for (const tag of tags) {
      const message = (window as unknown as TestWindow).addMessage('Xem ở đây nhé: ');
      message.dataset.u = tag;
      const link = message.appendChild(document.createElement('a'));
      link.href = 'https://kho.xyz/vao';
      link.appendChild(document.createElement(tag)).textContent = 'vietcombank';
      link.append('.com.vn');
    }
  }, cuts);
  const words = `Object.fromEntries([...globalThis[Symbol.for('canh-giac.session')].units.values()].map(
    ({ root, content }) => [root.dataset.u, content.unit.links?.[0]?.text]))`;
  await expect
    .poll(() => world.evaluate<Record<string, string>>(words))
    .toEqual(Object.fromEntries(cuts.map((tag) => [tag, 'vietcombank.com.vn'])));
});
