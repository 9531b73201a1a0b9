/** What of a page is read: what people see, as they see it; frames of every kind; who sent a mail. */
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { painted, unitsSeen } from './support/read-units';
import { expect, test } from './support/sites-browser';

const READING = 'https://blog.fixture.example/reading';

/** The numbers of each unit by its mark, a record for each frame. */
const numbersOf = (world: ExtensionWorld) =>
  world.everywhere<Record<string, string[]>>(`Object.fromEntries(
    [...(globalThis[Symbol.for('canh-giac.session')]?.units.values() ?? [])].map(({ root, judged }) => [
      root.dataset.u,
      judged.verdict.findings.filter(({ kind }) => kind === 'phone').map(({ number }) => number),
    ]))`);

test('hidden words are left out, split and wrapped ones are put together, alt texts and links are read', async ({
  open,
}) => {
  const { page, world } = await open(READING);
  await expect
    .poll(() => numbersOf(world))
    .toEqual([
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
  'position: absolute; top: -9999px',
  'position: fixed; left: 300vw',
  'position: absolute; margin-left: -9999px',
  'display: inline-block; margin-left: -9999px; margin-right: 9999px',
  'position: absolute; transform: translate(0, -9999px)',
  'display: inline-block; transform: scale(0)',
  'display: inline-block; scale: 0.001',
  'display: inline-block; translate: -9999px',
  'opacity: 0.01',
  'filter: opacity(0.02)',
  'color: rgb(0 0 0 / 0.004)',
  'font-size: 0.1px',
  'clip-path: polygon(0 0, 0 0, 0 0)',
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
  'position: fixed; top: 10px; right: 10px',
  'display: inline-block; transform: translateX(10px) scale(0.8)',
  'display: inline-block; margin-left: -20px; padding-left: 20px',
  'clip-path: polygon(0 0, 100% 0, 100% 100%)',
  'opacity: 0.5',
  'filter: opacity(0.5)',
  'font-size: 5px',
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
  const misread = async () => {
    const [found] = await numbersOf(world);
    const wanted = [...HIDING, ...SHOWING, 'form', 'small'];
    return wanted.filter((id) => found?.[id]?.join() !== '+84912345678');
  };
  await expect.poll(misread).toEqual([]);
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
