/** Long lists far from the view wait until they come near: no row that a person gets to see is missed, however they get there. */
import { countWork } from './support/counts';
import { test } from './support/edition';
import { expect } from './support/extension';
import { addList, BEGIN, MANY, row, rowsRead, ROWS, SOON } from './support/far-lists';
import { ORDINARY, SCAM } from './support/messages';
import { CARD, PLAIN, type TestWindow } from './support/on-page';
import { unitsSeen } from './support/read-units';

for (const [where, style, first] of [
  ['page', '', 0],
  ['scrolled box', 'height: 400px; overflow: auto', 0],
  [
    'chat that runs upwards',
    'height: 400px; overflow: auto; display: flex; flex-direction: column-reverse',
    0,
  ],
] as const) {
  test(`a long list in a ${where}: rows near the view, those that come near it, and those after a jump`, async ({
    open,
  }) => {
    const { page, world } = await open(PLAIN);
    await addList(page, style, MANY);
    await expect.poll(() => rowsRead(world)).toContain(first);
    await page.waitForTimeout(2_000);
    expect((await rowsRead(world)).length).toBeLessThan(60);
    for (const at of [60, 2_500, 2_999, 1_500, 20]) {
      await row(page, at, BEGIN);
      await expect.poll(() => rowsRead(world), SOON).toContain(at);
    }
    expect((await rowsRead(world)).length).toBeLessThan(ROWS);
  });
}

test('rows that wait are asked where they lie in short looks, one soon after the other', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await countWork(world);
  await addList(page, '', MANY);
  await expect.poll(() => rowsRead(world)).toContain(0);
  // A clock of its own: a look is over after so many glances at it, on each machine the same.
  await world.evaluate(`(() => {
    let time = performance.now();
    performance.now = () => (time += 0.02);
    const wait = globalThis.setTimeout;
    globalThis.most = 0;
    globalThis.setTimeout = (run, ms) => wait(() => {
      const before = counts.boxes;
      run();
      most = Math.max(most, counts.boxes - before);
    }, ms);
  })()`);
  await row(page, MANY - 1, BEGIN);
  await expect.poll(() => rowsRead(world), SOON).toContain(MANY - 1);
  expect(await world.evaluate('most')).toBeLessThan(500);
});

for (const [how, move] of [
  [
    'scrolled within a shadow tree, which no event tells',
    `const list = document.getElementById('list');
     const box = document.createElement('div');
     box.style.cssText = 'height: 400px; overflow: auto';
     box.append(document.createElement('slot'));
     const host = document.createElement('div');
     host.attachShadow({ mode: 'open' }).append(box);
     list.replaceWith(host);
     host.append(list);
     move = () => box.scrollTo(0, 2_000 * 60)`,
  ],
  ['moved by its style', `move = () => { list.style.transform = 'translateY(-120000px)' }`],
] as const) {
  test(`a long list that is ${how}: what came into view is read soon`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await addList(page, '', MANY);
    await page.evaluate(move);
    await expect.poll(() => rowsRead(world)).toContain(0);
    await page.waitForTimeout(2_000);
    expect((await rowsRead(world)).length).toBeLessThan(120);
    await page.evaluate('move()');
    // A look at rest hits one of the rows in three of five cases.
    await expect.poll(() => rowsRead(world), { timeout: 25_000 }).toContain(2_003);
  });
}

test('rows that stand where a part begins are moved, hidden and taken out: those after them are read', async ({
  open,
}) => {
  const { page, world } = await open(PLAIN);
  await addList(page);
  const last = async () => (await rowsRead(world)).at(-1) ?? 0;
  await expect.poll(last).toBeGreaterThan(5);
  await page.waitForTimeout(500);
  const begins = await last();
  // Whatever of these is the row at the border.
  await page.evaluate((from) => {
    const list = document.getElementById('list');
    const rows = [...(list?.children ?? [])].slice(from - 1, from + 12) as HTMLElement[];
    for (const [i, one] of rows.entries()) {
      if (i % 3 === 0) one.remove();
      else if (i % 3 === 1) one.style.display = 'none';
      else list?.append(one);
    }
  }, begins);
  await page.evaluate((y) => scrollTo(0, y), begins * 60);
  await expect.poll(() => rowsRead(world)).toContain(begins + 14);
});

for (const [what, style, order] of [
  ['of a list in columns of a grid', 'display: grid; grid: repeat(100, 60px) / auto-flow', ''],
  ['that stands first by its order', 'display: grid', '-1'],
] as const) {
  test(`a row in view ${what}, among others that are far`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await addList(page, style);
    await row(page, 100, `row.style.order = '${order}'`);
    await expect.poll(() => rowsRead(world)).toContain(100);
    expect((await rowsRead(world)).length).toBeLessThan(ROWS);
  });
}

test('a list of which few rows are left, and none of those that were read', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addList(page);
  await expect.poll(() => rowsRead(world)).toContain(0);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const rows = document.getElementById('list')?.children ?? [];
    for (const one of [...rows].slice(0, 270)) one.remove();
  });
  // So short a list is one message.
  const texts = async () => (await unitsSeen(world)).map(({ text }) => text).join();
  await expect.poll(texts).toContain('0912 345280');
});

test('the first row of those that wait is moved to their end', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await addList(page);
  await expect.poll(() => rowsRead(world)).toContain(0);
  await page.waitForTimeout(500);
  const next = ((await rowsRead(world)).at(-1) ?? 0) + 1;
  await row(page, next, 'row.parentNode.append(row)');
  await expect.poll(() => rowsRead(world)).toContain(next);
  await row(page, next + 3, `row.scrollIntoView({ block: 'end' })`);
  await expect.poll(() => rowsRead(world)).toContain(next + 2);
});

test('a long message among short ones that came one by one, far from the view', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await page.evaluate(
    ([scam, ordinary]) => {
      const test = window as unknown as TestWindow;
      for (let i = 0; i < 120; i++) test.addMessage(i === 80 ? scam + ordinary.repeat(110) : ordinary);
      test.message = document.getElementsByTagName('article')[80] as HTMLElement;
    },
    [SCAM, ORDINARY] as const,
  );
  await page.waitForTimeout(2_000);
  await page.evaluate(() => {
    (window as unknown as TestWindow).message.scrollIntoView();
  });
  await world.waitFor(CARD);
});
