/** A long page of ordinary rows is passed over quickly: what stands among them, and what comes of them, is not missed. */
import { SCAM } from './support/messages';
import { readWhole } from './support/on-page';
import { unitsSeen } from './support/read-units';
import { expect, test } from './support/sites-browser';

/** Nothing in it is in the net. */
const ORDINARY_ROW = 'Sáng nay trời nhiều mây, chúng mình ra đồng rồi về trưa.';

test('among ordinary rows: numbers in pieces, a shadow tree in a span, a row that becomes a scam and one again', async ({
  open,
}) => {
  const { page, world } = await open('https://blog.fixture.example/generic');
  await page.evaluate((ordinary) => {
    const section = document.createElement('section');
    const row = (id: string, ...content: (string | Node)[]) => {
      const line = section.appendChild(document.createElement('div'));
      line.dataset.u = id;
      line.append(...content);
      return line;
    };
    const piece = (tag: string, text: string, display = '') => {
      const element = document.createElement(tag);
      element.textContent = text;
      element.style.display = display;
      return element;
    };
    for (let i = 0; i < 150; i++) row('plain', ordinary);
    row('spans', 'Hẹn ở ', piece('b', '02'), piece('i', '92 00'), piece('u', '0 01'), '11 nhé');
    row('inline', piece('div', 'hẹn 0292 0', 'inline'), piece('div', '00 0222 nhé', 'inline'));
    const host = piece('span', 'dòng này');
    host.attachShadow({ mode: 'open' }).append(piece('p', 'Hẹn ở 0292 000 0333 nhé'));
    row('host', 'Sáng nay ', host, ' trời nhiều mây');
    document.body.append(section);
  }, ORDINARY_ROW);
  const numbers = async () =>
    (await unitsSeen(world)).flatMap(({ text }) => /0292 000 0\d{3}/.exec(text)?.[0] ?? []).sort();
  await readWhole(world);
  await expect
    .poll(numbers)
    .toEqual(expect.arrayContaining(['0292 000 0111', '0292 000 0222', '0292 000 0333']));

  const scams = async () =>
    (await unitsSeen(world)).filter(({ id, level }) => id === 'plain' && level === 'danger').length;
  // The second time as lists do that use their rows again: out of the page, written anew and in again with what is around.
  const write = (text: string, again: boolean) =>
    page.evaluate(
      ([said, again]) => {
        const row = document.querySelectorAll('[data-u="plain"]')[75];
        const section = row?.parentElement;
        if (!row?.firstChild || !section) return;
        if (again) section.remove();
        row.firstChild.nodeValue = said;
        if (again) document.body.append(section);
      },
      [text, again] as const,
    );
  for (const again of [false, true]) {
    await write(`${SCAM} Lần nữa.`, again);
    await expect.poll(scams).toBe(1);
    await write(ORDINARY_ROW, again);
    await expect.poll(scams).toBe(0);
  }
});

test('in a long list of spans: a number in pieces and a shadow tree, once their rows come near the view', async ({
  open,
}) => {
  const { page, world } = await open('https://blog.fixture.example/generic');
  await page.evaluate((ordinary) => {
    const list = document.createElement('section');
    list.id = 'long';
    const row = (...pieces: string[]) => {
      const line = list.appendChild(document.createElement('div'));
      for (const piece of pieces) line.appendChild(document.createElement('span')).textContent = piece;
      return line;
    };
    for (let i = 0; i < 400; i++) row(ordinary, ' Rồi về.').className = i % 2 ? 'odd' : '';
    row('Hẹn ở ', '02', '92 00', '0 01', '11 nhé');
    const host = row(ordinary, ' dòng này').querySelector('span:last-child');
    const said = document.createElement('p');
    said.textContent = 'Hẹn ở 0292 000 0333 nhé';
    host?.attachShadow({ mode: 'open' }).append(said);
    document.body.append(list);
  }, ORDINARY_ROW);
  const numbers = async () =>
    (await unitsSeen(world)).flatMap(({ text }) => /0292 000 0\d{3}/.exec(text)?.[0] ?? []);
  const scrollTo = (which: string) =>
    page.evaluate((which) => document.querySelector(`#long > div:${which}`)?.scrollIntoView(), which);
  await scrollTo('last-child');
  await expect.poll(numbers).toEqual(expect.arrayContaining(['0292 000 0111', '0292 000 0333']));
  // Taken out of the page and put back, as tabs do that keep what they hold.
  await page.evaluate(() => {
    const list = document.querySelector('#long');
    list?.remove();
    Object.assign(globalThis, { list });
  });
  await expect.poll(numbers).not.toContain('0292 000 0333');
  await page.evaluate(() => document.body.append((globalThis as unknown as { list: HTMLElement }).list));
  await scrollTo('first-child');
  await scrollTo('last-child');
  await expect.poll(numbers).toContain('0292 000 0333');
});

test('in a long chat that runs upwards: a shadow tree is read once its row comes near the view', async ({
  open,
}) => {
  const { page, world } = await open('https://blog.fixture.example/generic');
  await page.evaluate((ordinary) => {
    const chat = document.createElement('section');
    chat.id = 'chat';
    chat.style.cssText = 'display: flex; flex-direction: column-reverse; height: 400px; overflow: auto';
    for (let i = 0; i < 300; i++) {
      const line = chat.appendChild(document.createElement('div'));
      line.style.flex = 'none';
      line.appendChild(document.createElement('span')).textContent = ordinary;
    }
    const said = document.createElement('p');
    said.textContent = 'Hẹn ở 0292 000 0333 nhé';
    chat.lastElementChild?.firstElementChild?.attachShadow({ mode: 'open' }).append(said);
    const after = document.createElement('p');
    after.textContent = 'Hẹn ở 0292 000 0111 nhé';
    document.body.append(chat, after);
    chat.scrollIntoView();
  }, ORDINARY_ROW);
  const texts = async () => (await unitsSeen(world)).map(({ text }) => text);
  // The chat was read while it showed its newest lines; whoever asks for late shadow trees may have met this one.
  await expect.poll(texts).toContain('Hẹn ở 0292 000 0111 nhé');
  await page.evaluate(() => document.querySelector('#chat')?.scrollTo(0, -1e6));
  await expect.poll(texts).toContain('Hẹn ở 0292 000 0333 nhé');
});

test('many buttons side by side are parts of the page, with a class or without', async ({ open }) => {
  const { page, world } = await open('https://blog.fixture.example/generic');
  await page.evaluate((said) => {
    for (const name of ['', 'choice']) {
      const choices = document.body.appendChild(document.createElement('div'));
      for (let i = 0; i < 60; i++)
        Object.assign(choices.appendChild(document.createElement('button')), {
          textContent: 'Gọi 0292 000 0444 ngay',
          ...(name && { className: name }),
        });
    }
    const last = document.body.appendChild(document.createElement('p'));
    last.textContent = said;
  }, SCAM);
  const texts = async () => (await unitsSeen(world)).map(({ text }) => text);
  await expect.poll(texts).toContain(SCAM);
  expect((await texts()).filter((text) => text.includes('0292 000 0444'))).toEqual([]);
});
