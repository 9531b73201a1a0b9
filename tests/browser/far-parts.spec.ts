/** What lies far from the view waits until it comes near: nothing that a person gets to see is missed, however they get there. */
import type { Page } from '@playwright/test';
import { countWork, readCounts } from './support/counts';
import { test } from './support/edition';
import { expect } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import { addMessage, CARD, PLAIN, readWhole, type TestWindow } from './support/on-page';
import { unitsSeen } from './support/read-units';

const ROWS = 300;
/** So many that those far from the view are not looked at all at once while nothing is scrolled. */
const MANY = 3_000;
/** Less than the time between such looks. */
const SOON = { timeout: 1_200 };

/** A list of rows with a number each, built in one go; `style` is the list's. */
const addList = (page: Page, style = '', rows = ROWS) =>
  page.evaluate(
    ([count, css]) => {
      const list = document.createElement('section');
      list.id = 'list';
      list.style.cssText = css;
      for (let i = 0; i < count; i++) {
        const row = document.createElement('div');
        row.style.cssText = 'height: 60px; flex: none';
        row.textContent = `Dòng này gọi 0912 34${5000 + i} nhé`;
        list.append(row);
      }
      document.getElementById('main')?.append(list);
    },
    [rows, style] as const,
  );

/** Which rows were read. */
async function rowsRead(world: Parameters<typeof unitsSeen>[0]): Promise<number[]> {
  const units = await unitsSeen(world);
  return units.flatMap(({ text }) => Number(/0912 34(\d{4})/.exec(text)?.[1]) - 5_000).sort((a, b) => a - b);
}

const row = (page: Page, index: number, script: string) =>
  page.evaluate(`((row) => { ${script} })(document.getElementById('list').children[${index}])`);

const BEGIN = `row.scrollIntoView({ block: 'start' })`;

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
