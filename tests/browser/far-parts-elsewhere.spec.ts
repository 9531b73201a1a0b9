/** What stands in view though its place in the page is far, what comes there, and what is read of it when all is asked for. */
import { countWork, readCounts } from './support/counts';
import { test } from './support/edition';
import { expect } from './support/extension';
import { addList, BEGIN, MANY, row, rowsRead, ROWS, SOON } from './support/far-lists';
import { ORDINARY, SCAM } from './support/messages';
import { addMessage, CARD, PLAIN, readWhole } from './support/on-page';
import { unitsSeen } from './support/read-units';

test('what the window shows though it stands in a part that is far', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(
    ([scam, ordinary]) => {
      const far = document.createElement('footer');
      far.style.cssText = 'margin-top: 900vh';
      for (let i = 0; i < 200; i++)
        far.append(Object.assign(document.createElement('p'), { textContent: ordinary }));
      const fixed = document.createElement('article');
      fixed.textContent = scam;
      fixed.style.cssText = 'position: fixed; inset: 20%; background: white; overflow: hidden';
      far.append(fixed);
      document.getElementById('main')?.append(far);
    },
    [SCAM, ORDINARY] as const,
  );
  await world.waitFor(CARD);
});

for (const [what, make, show] of [
  ['dialog', `document.createElement('dialog')`, 'showModal'],
  ['popover', `Object.assign(document.createElement('div'), { popover: 'auto' })`, 'showPopover'],
] as const) {
  test(`a ${what} that opens in the middle of a part that is far`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await page.evaluate(`{
      const far = document.createElement('footer');
      far.style.cssText = 'margin-top: 900vh';
      for (let i = 0; i < 200; i++) far.appendChild(document.createElement('p')).textContent = ${JSON.stringify(ORDINARY)};
      layer = ${make};
      layer.textContent = ${JSON.stringify(SCAM)};
      far.children[100].after(layer);
      document.getElementById('main').append(far);
    }`);
    await page.waitForTimeout(2_000);
    expect(await unitsSeen(world)).toEqual([]);
    await page.evaluate(`layer.${show}()`);
    await expect.poll(async () => (await unitsSeen(world)).map(({ level }) => level)).toEqual(['danger']);
  });
}

test('a page whose body is as high as the window is read far below it', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    document.documentElement.style.height = document.body.style.height = '100%';
  });
  await addList(page);
  await row(page, 200, BEGIN);
  await expect.poll(() => rowsRead(world)).toContain(200);
  // Past 1,000 changes the body is read anew.
  await page.evaluate((ordinary) => {
    for (let i = 0; i < 1_100; i++)
      document.getElementById('list')?.append(ordinary, document.createElement('i'));
    const rows = document.getElementById('list')?.children ?? [];
    for (const one of rows) one.firstChild?.after(' Chào 0292 000 0111');
  }, ORDINARY);
  await expect
    .poll(async () => (await unitsSeen(world)).filter(({ text }) => text.includes('Chào')).length)
    .toBeGreaterThan(5);
});

test('words that stand loose behind the rows of a long list', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    for (let i = 0; i < 200; i++)
      document.body.append(
        Object.assign(document.createElement('p'), { textContent: `Dòng ${i}, sáng nay trời nhiều mây.` }),
      );
    const words = document.createElement('div');
    const rows = Array.from({ length: 120 }, (_, i) =>
      Object.assign(document.createElement('p'), { textContent: `Dòng ${i}, sáng nay trời nhiều mây.` }),
    );
    words.append(...rows, 'Anh gọi 0912 349999 nhé.');
    document.body.append(words);
  });
  await page.waitForTimeout(1_000);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect
    .poll(async () => (await unitsSeen(world)).map(({ text }) => text).join())
    .toContain('0912 349999');
});

test('the columns of a list begin anew at its top', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addList(page, 'columns: 2', MANY);
  await expect.poll(() => rowsRead(world)).toContain(0);
  await expect.poll(() => rowsRead(world), SOON).toContain(MANY / 2);
});

test('a message that comes far from the view is warned of; the popup has all the others read', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  await addList(page);
  await expect.poll(() => rowsRead(world)).toContain(0);
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  expect((await rowsRead(world)).length).toBeLessThan(ROWS);
  await readWhole(world);
  await expect.poll(async () => (await rowsRead(world)).length).toBe(ROWS + 1);
});

test('rows that come to a list far away cost nothing of what stands elsewhere', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addList(page);
  await page.evaluate(() => {
    const list = document.getElementById('list') as HTMLElement;
    list.style.marginTop = '900vh';
    const rest = document.createElement('section');
    rest.style.cssText = 'position: absolute; top: 0';
    for (let i = 0; i < 40; i++) {
      const part = rest.appendChild(document.createElement('p'));
      for (let j = 0; j < 200; j++) part.append(document.createElement('i'));
    }
    document.body.append(rest);
  });
  await page.waitForTimeout(2_000);
  await countWork(world);
  await page.evaluate(() => {
    const list = document.getElementById('list') as HTMLElement;
    for (let i = 0; i < 60; i++) list.append(list.children[i]?.cloneNode(true) ?? '');
  });
  await page.waitForTimeout(2_000);
  expect((await readCounts(world)).nodes).toBeLessThan(200);
});

test('a long list that is scrolled step by step: of its rows those alone are asked where they lie that may have come near', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  await countWork(world);
  await addList(page);
  await expect.poll(() => rowsRead(world)).toContain(0);
  await page.waitForTimeout(1_000);
  const scrolled = async () => {
    const before = await readCounts(world);
    await page.evaluate(() => scrollBy(0, 60));
    await page.waitForTimeout(250);
    return (await readCounts(world)).boxes - before.boxes;
  };
  // Nothing is known of them at first.
  expect(await scrolled()).toBeGreaterThan(ROWS / 2);
  let asked = 0;
  for (let step = 0; step < 10; step++) asked += await scrolled();
  expect(asked).toBeLessThan(ROWS * 2);
  expect(await rowsRead(world)).toContain(30);
});

test('what comes near by itself while something else is scrolled without end', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addList(page, 'margin-top: 20000px');
  await page.evaluate(() => {
    const ticker = document.createElement('div');
    ticker.style.cssText = 'position: fixed; bottom: 0; width: 200px; height: 30px; overflow-x: scroll';
    const line = ticker.appendChild(document.createElement('div'));
    line.style.cssText = 'width: 5000px; height: 10px';
    document.body.append(ticker);
    const step = () => {
      ticker.scrollLeft = (ticker.scrollLeft + 1) % 4_000;
      requestAnimationFrame(step);
    };
    step();
  });
  await page.waitForTimeout(2_000);
  expect(await rowsRead(world)).toEqual([]);
  await page.evaluate(() => {
    const list = document.getElementById('list');
    if (list) list.style.marginTop = '0';
  });
  await expect.poll(() => rowsRead(world), { timeout: 5_000 }).toContain(0);
});

test('rows that become shorter as they come near: none is passed unread', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(() => {
    const list = document.getElementById('main')?.appendChild(document.createElement('section'));
    for (let i = 0; i < 600; i++) {
      const row = document.createElement('div');
      row.style.cssText = 'content-visibility: auto; contain-intrinsic-size: auto 500px';
      row.appendChild(document.createElement('p')).textContent = `Dòng này gọi 0912 34${5000 + i} nhé`;
      list?.append(row);
    }
  });
  await expect.poll(() => rowsRead(world)).toContain(0);
  await page.evaluate(async () => {
    for (let step = 0; step < 300; step++) {
      scrollBy(0, 8);
      await new Promise(requestAnimationFrame);
    }
  });
  const shown = await page.evaluate(
    () =>
      [...document.querySelectorAll('section > div')].filter(
        (row) => row.getBoundingClientRect().top < innerHeight,
      ).length,
  );
  expect(shown).toBeGreaterThan(50);
  await page.waitForTimeout(300);
  expect((await rowsRead(world)).filter((row) => row < shown)).toHaveLength(shown);
});
