/** What of a conversation is read: who speaks, what was said before, links; no drafts within it, no code. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { MAX_BEFORE } from '../../lib/page/limits';
import { painted, unitsSeen } from './support/read-units';
import { expect, test } from './support/sites-browser';

const ZALO = 'https://chat.zalo.me/zalo';

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
  const { page, world } = await open(ZALO);
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
  const { page, world } = await open(ZALO);
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
  const { page, world } = await open(ZALO);
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
  const chat = await open(ZALO);
  await converse(chat.page, 'Anh Ba', [{ id: 'coded', text: 'Gọi 0292 000 0444 nhé ' }]);
  const blog = await open('https://blog.fixture.example/reading');
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
