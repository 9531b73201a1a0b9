/** Pages that try to read the card: its words go to people alone. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { addMessage } from './support/boxes';
import { test } from './support/edition';
import { expect } from './support/extension';
import { SCAM } from './support/messages';

const PLAIN = 'https://forum.fixture.example/plain';
const CARD = `root?.querySelector('[role="dialog"].level-danger')`;
/** Words of the card that the page itself does not hold. */
const WORDS = ['Ẩn ở đây', 'Lưu làm chứng cứ', 'Nguy hiểm'];

/** Everything that a page can come by after it searched for words of the card and selected from there. */
function whatAPageReads(page: Page): Promise<string> {
  return page.evaluate((words) => {
    const host = document.querySelector<HTMLElement>('html > div[popover]');
    const selection = getSelection();
    const { find } = window as unknown as { find: (text: string) => boolean };
    const command = (name: string) =>
      (document as unknown as { execCommand: (name: string) => boolean }).execCommand(name);
    if (!host || !selection) throw new Error('no host');
    // In one go with the reading: nothing of ours runs in between.
    dispatchEvent(new Event('attack'));
    const got: unknown[] = [];
    const look = () => {
      const ranges = selection.getComposedRanges();
      got.push(selection.toString(), ...ranges.map((one) => one.startContainer.textContent));
    };
    addEventListener('copy', look, { once: true });
    for (const word of words) {
      selection.removeAllRanges();
      find(word);
      look();
      selection.modify('extend', 'forward', 'documentboundary');
      look();
      command('selectAll');
      look();
      command('copy');
    }
    selection.selectAllChildren(host);
    look();
    const { x, y } = { x: innerWidth - 200, y: innerHeight - 200 };
    got.push(document.caretPositionFromPoint(x, y)?.offsetNode.textContent);
    got.push(
      host.innerText,
      host.textContent,
      new XMLSerializer().serializeToString(document),
      document.documentElement.innerText,
    );
    const animated = [...document.getAnimations(), ...host.getAnimations({ subtree: true })];
    got.push(...animated.map(({ effect }) => (effect as KeyframeEffect).target?.textContent));
    selection.removeAllRanges();
    return got.join('\n');
  }, WORDS);
}

async function expectUnread(page: Page): Promise<void> {
  const read = await whatAPageReads(page);
  expect(WORDS.filter((word) => read.includes(word))).toEqual([]);
}

async function openCard(page: Page, world: ExtensionWorld): Promise<void> {
  await addMessage(page, SCAM);
  await world.waitFor(CARD);
  // The card is there before its place is.
  for (const word of WORDS) await expect.poll(() => world.cardText()).toContain(word);
}

test('find, selectAll, copy, carets and animations give a page no word of the card', async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await openCard(page, world);
  await expectUnread(page);
  // The focus in the card leads a selection there too.
  await world.click('.card [aria-label="Đóng"]');
  await world.click('.chip');
  await world.waitFor(`root.activeElement?.closest('.card')`);
  await page.keyboard.press('Control+a');
  expect(await page.evaluate(() => getSelection()?.toString())).not.toContain(WORDS[0]);
  await expectUnread(page);
});

for (const [name, script] of [
  [
    'makes everything editable',
    `host.style.cssText = '-webkit-user-modify: read-write; user-select: text'; host.contentEditable = 'true'; document.designMode = 'on'`,
  ],
  [
    'sends our host through a frame, which costs it its sheet',
    `const frame = document.createElement('iframe'); document.body.append(frame); frame.contentDocument.body.append(host);
     document.documentElement.append(host); host.showPopover()`,
  ],
] as const) {
  test(`a page that ${name} reads no word of the card`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await openCard(page, world);
    await page.evaluate(
      `addEventListener('attack', () => { const host = document.querySelector('html > div[popover]'); ${script} })`,
    );
    await expectUnread(page);
  });
}
