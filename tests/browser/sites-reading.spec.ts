/** What of a page is read: what people see, as they see it; frames of every kind. */
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

for (const sandbox of [undefined, 'allow-same-origin']) {
  test(`a frame without an address, ${sandbox ?? 'open'}`, async ({ open }) => {
    const { page } = await open(READING);
    await page.evaluate((how) => {
      (window as unknown as { frame(sandbox?: string): void }).frame(how);
    }, sandbox);
    await expect.poll(() => painted(page, 'number')).toContain('0292 000 0213');
  });
}
