/** Pages that take our marks away: they are painted again, and what was taken is not counted as painted. */
import { test } from './support/edition';
import { expect, highlights } from './support/extension';
import { SCAM } from './support/messages';
import { addMessage, CARD, PLAIN } from './support/on-page';

const EACH = 'for (const one of CSS.highlights.values())';

for (const [what, script] of [
  ['clears CSS.highlights', 'CSS.highlights.clear()'],
  ['empties each highlight', `${EACH} one.clear()`],
  ['collapses our ranges', `${EACH} for (const range of one) range.collapse()`],
  [
    'moves our ranges to other words',
    `${EACH} for (const range of one) range.selectNodeContents(document.getElementById('button'))`,
  ],
  [
    'cuts our ranges short',
    `${EACH} for (const range of one) range.setEnd(range.startContainer, range.startOffset + 1)`,
  ],
] as const) {
  test(`a page that ${what} gets them again each time`, async ({ open }) => {
    const { page, world } = await open(PLAIN);
    await addMessage(page, SCAM);
    await world.waitFor(CARD);
    const before = await highlights(page);
    expect(before['canh-giac-number']).toEqual(['0292 000 0111']);
    for (let turn = 0; turn < 2; turn++) {
      await page.evaluate(script);
      expect(await highlights(page)).not.toEqual(before);
      await expect.poll(() => highlights(page)).toEqual(before);
    }
    // The card stands with its message.
    expect(await world.evaluate(`Boolean(${CARD})`)).toBe(true);
  });
}

test('a page that empties our highlights while its messages come and go leaves room for later ones', async ({
  open,
}) => {
  const { page } = await open(PLAIN);
  for (let turn = 0; turn < 10; turn++) {
    // Ten times 300 numbers are more than are painted at once.
    await page.evaluate((round) => {
      const lines = Array.from({ length: 300 }, (_, i) => `gọi 0912 3${round}4 ${100 + i}`);
      const message = document.createElement('article');
      message.textContent = lines.join('; ');
      document.getElementById('main')?.replaceChildren(message);
    }, turn);
    await expect
      .poll(async () => (await highlights(page))['canh-giac-number']?.length, { message: `turn ${turn}` })
      .toBe(300);
    await page.evaluate(`${EACH} one.clear()`);
  }
});
