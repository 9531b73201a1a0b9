/** The public edition and a department's edition on fixtures of known sites, under their real host names. */
import { EDITION_BUILD, expect, expectHighlights, highlights, test } from './support/extension';

const DANGER = `root?.querySelector('[role="dialog"].level-danger')`;

test('Gmail: the scam mail warns, its number and words are marked, the composer is left alone', async ({
  open,
}) => {
  const { page, world } = await open('https://mail.google.com/gmail');
  await world.waitFor(DANGER);
  // The number is split over three elements: one range each, nothing between.
  await expectHighlights(page, 'number', ['0292', '.000', '.0111', '0292 000 0555']);
  const painted = Object.values(await highlights(page))
    .flat()
    .join('\n');
  expect(painted).not.toContain('0999');
  expect((await highlights(page))['canh-giac-danger']?.join('\n')).toContain('chuyển tiền');
  const card = await world.cardText();
  expect(card).toContain('0292 0000111');
  expect(card).toContain('Chưa có trong danh sách nào');
  expect(card).toContain('0292 3899588');
  expect(await world.evaluate<number>(`root.querySelectorAll('.chip').length`)).toBe(1);
});

test('Gmail: a sender whose header comes after the mail is known then', async ({ open }) => {
  const { page, world } = await open('https://mail.google.com/gmail');
  const sender = () =>
    world.evaluate(`[...globalThis[Symbol.for('canh-giac.session')].units.values()]
      .find(({ root }) => root.id === 'scam')?.content.unit.sender?.address ?? 'none'`);
  await expect.poll(sender).toBe('giamdoc.sotttt.cantho@thuviettu.example');
  await page.evaluate(() => {
    const mail = document.querySelector('#scam') as Element;
    const header = mail.closest('[data-message-id]')?.querySelector('tr') as Element;
    const row = header.parentElement as Element;
    header.remove();
    mail.replaceWith(mail.cloneNode(true));
    (window as unknown as { comeLate(): void }).comeLate = () => row.append(header);
  });
  await expect.poll(sender).toBe('none');
  await page.evaluate(() => (window as unknown as { comeLate(): void }).comeLate());
  await expect.poll(sender).toBe('giamdoc.sotttt.cantho@thuviettu.example');
});

test('Facebook: a scam comment under a warning is told apart from it', async ({ open }) => {
  const { page, world } = await open('https://www.facebook.com/facebook');
  await world.waitFor(DANGER);
  const levels = await world.evaluate<Record<string, string>>(`Object.fromEntries(
    [...globalThis[Symbol.for('canh-giac.session')].units.values()]
      .map((unit) => [unit.root.closest('[id]').id, unit.judged.verdict.level]))`);
  expect(levels?.['comment-scam']).toBe('danger');
  expect(levels?.['post-warning']).toBe('notice');
  expect(levels?.['comment-ordinary']).toBeUndefined();
  const painted = Object.values(await highlights(page))
    .flat()
    .join('\n');
  expect(painted).not.toContain('0999');
});

test('Zalo: a message that arrives later warns, own lines do not', async ({ open }) => {
  const { page, world } = await open('https://chat.zalo.me/zalo');
  await page.waitForTimeout(1_500);
  expect(await world.cardText()).toBeUndefined();
  await page.evaluate(() => (window as unknown as { receive(): void }).receive());
  await world.waitFor(DANGER);
  await expectHighlights(page, 'number', ['0292 000', ' 0444']);
  expect(
    await world.evaluate(
      `[...globalThis[Symbol.for('canh-giac.session')].units.values()].map((u) => u.root.id).join()`,
    ),
  ).toBe('bubble-late');
});

test('X: the scam post warns, the shop does not', async ({ open }) => {
  const { page, world } = await open('https://x.com/x');
  await world.waitFor(DANGER);
  await expectHighlights(page, 'number', ['0292.000.0222', '0292 000 0555']);
  expect(await world.evaluate<number>(`root.querySelectorAll('.chip').length`)).toBe(1);
});

test.describe("a department's edition", () => {
  test.use({ launchWith: { extension: EDITION_BUILD } });

  test('Roundcube: a mail in the preview frame opens its card in the top frame', async ({ open }) => {
    const { page, world } = await open('https://webmail.fixture.example/roundcube');
    await world.waitFor(DANGER);
    const frame = page.frame('messagecontframe');
    if (!frame) throw new Error('no preview frame');
    const painted = await highlights(frame);
    expect(painted['canh-giac-number']).toEqual(['0292 000 0222']);
    expect(Object.values(await highlights(page)).flat()).toEqual([]);
    // A reason in the top frame's card pulses its words in the mail's frame.
    await world.click('.card button.reason');
    await expect
      .poll(async () => (await highlights(frame))['canh-giac-pulse']?.length ?? 0)
      .toBeGreaterThan(0);
  });
});
