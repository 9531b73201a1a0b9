/** What of a page is read: what people see, as they see it; frames of every kind. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { MAX_BEFORE } from '../../lib/page/limits';
import { painted, unitsSeen } from './support/read-units';
import { expect, test } from './support/sites-browser';

const READING = 'https://blog.fixture.example/reading';

test('hidden words are left out, split and wrapped ones are put together, alt texts and links are read', async ({
  open,
}) => {
  const { page, world } = await open(READING);
  const numbers = () =>
    world.everywhere<Record<string, string[]>>(`Object.fromEntries(
      [...(globalThis[Symbol.for('canh-giac.session')]?.units.values() ?? [])].map(({ root, judged }) => [
        root.dataset.u,
        judged.verdict.findings.filter(({ kind }) => kind === 'phone').map(({ number }) => number),
      ]))`);
  await expect.poll(numbers).toEqual([
    {
      hidden: ['+842920000201'],
      'aria-hidden': ['+842920000202'],
      split: ['+842920000203'],
      break: ['+842920000204', '+842920000205'],
      alt: ['+842920000206', '+842920000207'],
      links: ['+842920000208', '+842920000209'],
      'source-lines': ['+842920000210'],
      pre: ['+842920000211', '+842920000212'],
    },
  ]);
  // The ranges cover the number's own words: nothing that is hidden, nothing around it.
  const shown = await painted(page, 'number');
  expect(shown).toEqual(
    expect.arrayContaining([
      '02',
      '92',
      '000',
      '0292 000 0202',
      '0292 000 0204',
      '0292 000 0210',
      'Bấm để gọi',
    ]),
  );
  expect(shown.join('\n')).not.toMatch(/0999|77|88|99/);
  const links = (await unitsSeen(world)).find(({ id }) => id === 'links');
  expect(links?.level).not.toBe('none');
});

/** Ways to hide a word, by the style of its element; of the last, by that of one around it. */
const HIDING = [
  'position: absolute; left: -9999px',
  'position: relative; left: -9999px',
  'clip-path: inset(100%)',
  'clip-path: inset(50%)',
  'clip-path: circle(0)',
  'position: absolute; clip: rect(0 0 0 0)',
  'position: absolute; clip: rect(1px, 1px, 1px, 1px)',
  'color: transparent',
  'position: absolute; color: transparent',
  'color: rgb(255 0 0 / 0)',
  '-webkit-text-fill-color: transparent',
  'opacity: 0',
  'position: absolute; opacity: 0',
  'display: inline-block; opacity: 0',
  'position: absolute; visibility: hidden',
  'display: inline-block; text-indent: -9999px',
  'display: inline-block; width: 0; height: 0; overflow: hidden',
  'position: absolute; font-size: 0',
];

/** Ways to show a word that look like one of those. */
const SHOWING = [
  'position: absolute; left: 20px',
  'clip: rect(0 0 0 0)',
  'clip-path: inset(50% 0 -50% 0)',
  'color: transparent; background: linear-gradient(red, blue); background-clip: text',
  'color: transparent; -webkit-text-fill-color: red',
  'color: transparent; text-shadow: 0 0 1px red',
  '-webkit-text-fill-color: transparent; -webkit-text-stroke: 1px red',
  'color: rgb(255, 255, 0)',
  'text-indent: -9999px',
  'display: inline-block; text-indent: -20px; padding-left: 20px',
  'position: absolute; left: -500px; width: 10px; padding-left: 600px; white-space: nowrap',
];

test('a number is read as people see it, however words between its digits are hidden', async ({ open }) => {
  const { page, world } = await open(READING);
  await page.evaluate(
    ([hiding, showing]) => {
      const add = (id: string, style: string, before: string, inside: string, after: string) => {
        const article = document.createElement('article');
        article.dataset.u = id;
        article.style.position = 'relative';
        const word = document.createElement('span');
        word.style.cssText = style;
        word.append(document.createElement('i'), inside);
        article.append(before, word, after);
        document.body.append(article);
      };
      hiding.forEach((style) => add(style, style, 'Gọi 09', 'x7', '12 345 678 nhé.'));
      showing.forEach((style) => add(style, style, 'Gọi ', '0912 345 678', ' nhé.'));
      // An input of this name hides the form's own width.
      add('form', 'position: absolute; left: -9999px', 'Gọi 09', 'x7', '12 345 678 nhé.');
      const form = document.createElement('form');
      form.style.cssText = 'position: absolute; left: -9999px';
      form.append(document.createElement('input'), 'x7');
      form.firstElementChild?.setAttribute('name', 'scrollWidth');
      document.querySelector('[data-u="form"] span')?.replaceWith(form);
      // Gaps between boxes are taken away by this on many pages.
      add('small', 'font-size: 0', 'Gọi ', '77', ' nhé.');
      const big = document.createElement('b');
      big.style.fontSize = '16px';
      big.textContent = '0912 345 678';
      document.querySelector('[data-u="small"] span')?.append(big);
    },
    [HIDING, SHOWING] as const,
  );
  const numbers = async () => {
    const frames = await world.everywhere<Record<string, string[]>>(`Object.fromEntries(
      [...(globalThis[Symbol.for('canh-giac.session')]?.units.values() ?? [])].map(({ root, judged }) => [
        root.dataset.u,
        judged.verdict.findings.filter(({ kind }) => kind === 'phone').map(({ number }) => number),
      ]))`);
    const wanted = [...HIDING, ...SHOWING, 'form', 'small'];
    return wanted.filter((id) => frames[0]?.[id]?.join() !== '+84912345678');
  };
  await expect.poll(numbers).toEqual([]);
  const shown = await painted(page, 'number');
  expect(shown.join('\n')).not.toMatch(/7$/m);
});

for (const sandbox of [undefined, 'allow-same-origin']) {
  test(`a frame without an address, ${sandbox ?? 'open'}`, async ({ open }) => {
    const { page } = await open(READING);
    await page.evaluate((how) => {
      (window as unknown as { frame(sandbox?: string): void }).frame(how);
    }, sandbox);
    await expect.poll(() => painted(page, 'number')).toContain('0292 000 0213');
  });
}

/** Adds to the Zalo fixture's conversation: bubbles without a name of their own, the first under one, and date lines. */
async function converse(page: Page, name: string, lines: readonly ({ id: string; text: string } | 'date')[]) {
  await page.evaluate(
    ([sender, all]) => {
      const made = (tag: string, className: string, ...inside: (string | Node)[]) => {
        const element = document.createElement(tag);
        element.className = className;
        element.append(...inside);
        return element;
      };
      const title = made('div', 'message-sender-name-content', made('div', 'truncate', sender));
      const rows = all.map((line, index) => {
        if (line === 'date') return made('div', 'chat-date', 'Hôm nay');
        const content = made('div', '', line.text);
        content.dataset.component = 'message-text-content';
        const bubble = made('div', '', content);
        bubble.dataset.component = 'bubble-message';
        bubble.dataset.u = line.id;
        return made('div', 'chat-item', ...(index === 0 ? [title] : []), bubble);
      });
      document.querySelector('#messageViewScroll')?.append(...rows);
    },
    [name, lines] as const,
  );
}

/** Sender's name, what was said before and the words of links, of the unit with this mark. */
async function said(world: ExtensionWorld, id: string) {
  const [found] = await world.everywhere<{
    name?: string;
    before?: string[];
    links?: string[];
  } | null>(`(() => {
    const units = globalThis[Symbol.for('canh-giac.session')]?.units.values() ?? [];
    const unit = [...units].find(({ root }) => root.dataset.u === '${id}')?.content.unit;
    return unit
      ? { name: unit.sender?.name, before: unit.before, links: unit.links?.map(({ text }) => text) }
      : null;
  })()`);
  return found;
}

test("the sender's name is found past more bubbles than are read before one", async ({ open }) => {
  const { page, world } = await open('https://chat.zalo.me/zalo');
  const count = MAX_BEFORE + 3;
  await converse(
    page,
    'Anh Ba',
    Array.from({ length: count }, (_, i) => ({
      id: `b${i}`,
      text: i === count - 1 ? 'Gọi 0292 000 0444 nhé' : `Câu ${i}`,
    })),
  );
  const before = Array.from({ length: MAX_BEFORE }, (_, i) => `Câu ${count - 1 - MAX_BEFORE + i}`);
  await expect.poll(() => said(world, `b${count - 1}`)).toEqual({ name: 'Anh Ba', before });
});

test('what was said before a date line is not joined to a bubble, while the sender is known past it', async ({
  open,
}) => {
  const { page, world } = await open('https://chat.zalo.me/zalo');
  await converse(page, 'Anh Ba', [
    { id: 'first', text: 'Câu hôm qua' },
    { id: 'second', text: 'Gọi 0292 000 0441 nhé' },
    'date',
    { id: 'third', text: 'Gọi 0292 000 0442 nhé' },
    { id: 'fourth', text: 'Gọi 0292 000 0443 nhé' },
  ]);
  await expect.poll(() => said(world, 'second')).toEqual({ name: 'Anh Ba', before: ['Câu hôm qua'] });
  await expect.poll(() => said(world, 'third')).toEqual({ name: 'Anh Ba' });
  await expect
    .poll(() => said(world, 'fourth'))
    .toEqual({ name: 'Anh Ba', before: ['Gọi 0292 000 0442 nhé'] });
});

test('drafts within a name, or within a link, are never read, whatever the site pack takes for one', async ({
  open,
}) => {
  const { page, world } = await open('https://chat.zalo.me/zalo');
  await converse(page, 'Anh Ba', [{ id: 'typed', text: 'Gọi 0292 000 0444 nhé ' }]);
  await page.evaluate(() => {
    const made = (tag: string, name: string, value: string, ...inside: (string | Node)[]) => {
      const element = document.createElement(tag);
      element.setAttribute(name, value);
      element.append(...inside);
      return element;
    };
    const drafts = () => [
      made('span', 'contenteditable', '', '0999'),
      made('textarea', 'rows', '2', '0999'),
      made('b', 'role', 'textbox', '0999'),
      made('i', 'class', 'cm-editor', '0999'),
    ];
    const bubble = document.querySelector('[data-u="typed"]');
    // As where a pack names the wrapper of a whole conversation.
    bubble?.parentElement?.querySelector('.truncate')?.append(...drafts());
    bubble?.firstElementChild?.append(made('a', 'href', 'https://x.example/', 'Xem ở đây', ...drafts()));
  });
  await expect.poll(() => said(world, 'typed')).toEqual({ name: 'Anh Ba', links: ['Xem ở đây'] });
});

test('what stands in editors of code is never read, on a page or in a message', async ({ open }) => {
  const chat = await open('https://chat.zalo.me/zalo');
  await converse(chat.page, 'Anh Ba', [{ id: 'coded', text: 'Gọi 0292 000 0444 nhé ' }]);
  const blog = await open(READING);
  for (const [{ page, world }, place] of [
    [chat, '[data-u="coded"] > div'],
    [blog, 'body'],
  ] as const) {
    await page.evaluate((selector) => {
      for (const name of ['CodeMirror', 'cm-editor', 'monaco-editor', 'ace_editor', '']) {
        const block = document.createElement('div');
        block.className = name;
        const line = block.appendChild(document.createElement('p'));
        line.textContent = `Gọi ${name ? '0292 000 0999' : '0292 000 0445'} chuyển tiền ngay, không được nói với ai.`;
        document.querySelector(selector)?.append(block);
      }
    }, place);
    await expect.poll(() => painted(page, 'number')).toContain('0292 000 0445');
    const read = [...(await unitsSeen(world)).map(({ text }) => text), ...(await painted(page, 'number'))];
    expect(read.join('\n')).not.toContain('0999');
  }
});

for (const [name, url, header] of [
  ['in a frame', 'https://mail.proton.me/proton', '[data-testid="recipients:sender"]'],
  ['of a site without roots', 'https://horde.fixture.example/horde', '#msgHeaderFrom'],
] as const) {
  test(`the sender of a mail ${name} is known when the name comes late`, async ({ open }) => {
    const { page, world } = await open(url);
    const sender = async () => {
      const unit = (await unitsSeen(world)).find(({ id }) => id === 'scam');
      return unit && (unit.sender.name ?? 'none');
    };
    await expect.poll(sender).toBe('Giám đốc Sở TT&TT Cần Thơ');
    await page.evaluate((selector) => {
      const found = document.querySelector(selector) as Element;
      const parent = found.parentElement as Element;
      found.remove();
      // The mail is drawn anew, without its sender.
      const mail = document.querySelector('[name="scam"], #messageBody') as Element;
      mail.replaceWith(mail.cloneNode(true));
      (window as unknown as { comeLate(): void }).comeLate = () => parent.prepend(found);
    }, header);
    await expect.poll(sender).toBe('none');
    await page.evaluate(() => (window as unknown as { comeLate(): void }).comeLate());
    await expect.poll(sender).toBe('Giám đốc Sở TT&TT Cần Thơ');
  });
}
