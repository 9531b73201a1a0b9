/** Clickjacking: real presses of the mouse on a card that the person cannot have seen do nothing. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { test } from './support/edition';
import { expect } from './support/extension';
import { keptEvidence } from './support/kept-evidence';
import { SCAM } from './support/messages';

const PLAIN = 'https://forum.fixture.example/plain';
const CARD = `root?.querySelector('[role="dialog"].level-danger')`;
const NO_CARD = `!root?.querySelector('[role="dialog"]')`;
const SETTLED = `root?.querySelector('.card-place')?.dataset.settled === 'true'`;

async function openCard(page: Page, world: ExtensionWorld): Promise<void> {
  await page.evaluate((text) => {
    (window as unknown as { addMessage(text: string): void }).addMessage(text);
  }, SCAM);
  await world.waitFor(CARD);
}

/** Presses the card's buttons to save and to close with the real mouse, whatever the card thinks of it. */
async function pressBoth(page: Page, world: ExtensionWorld): Promise<void> {
  const places = await world.evaluate<{ x: number; y: number }[]>(`[
    [...root.querySelectorAll('.card button')].find((one) => one.textContent === 'Lưu làm chứng cứ'),
    root.querySelector('.card [aria-label="Đóng"]'),
  ].map((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  })`);
  expect(places).toHaveLength(2);
  for (const { x, y } of places ?? []) await page.mouse.click(x, y);
}

/** Something over the whole window that lets presses through, in the top layer, again and again above ours. */
const KEEP = (property: string, value: string) => `
  window.covering = setInterval(() => {
    document.querySelector('html > div[popover]').style.setProperty('${property}', ${value}, 'important');
  }, 5);`;
const COVER = `
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText = 'position:fixed;inset:0;width:auto;height:auto;border:0;background:#fff;pointer-events:none';
  PARENT.append(cover);
  const up = () => { if (cover.matches(':popover-open')) cover.hidePopover(); cover.showPopover(); };
  up();
  window.covering = setInterval(up, 20);`;

for (const [name, script] of [
  ['covered by a popover that lets presses through', COVER.replace('PARENT', 'document.body')],
  [
    // As on a slow computer: each time we are above it before the browser looks.
    'covered by a popover that comes less often',
    COVER.replace('PARENT', 'document.body').replace('(up, 20)', '(up, 90)'),
  ],
  [
    'covered from inside a closed shadow tree',
    `const box = document.body.appendChild(document.createElement('div'));
     const inner = box.attachShadow({ mode: 'closed' });${COVER.replace('PARENT', 'inner')}`,
  ],
  ['that the page keeps fading', KEEP('opacity', `'0.01'`)],
  ['that the page keeps moving', KEEP('translate', `(Date.now() % 40) + 'px'`)],
  ['that the page keeps clipping', KEEP('clip-path', `'inset(0 0 0 99%)'`)],
  ['that the page keeps masking', KEEP('mask', `'linear-gradient(transparent, transparent)'`)],
  ['that the page keeps shrinking', KEEP('scale', `'0.02'`)],
] as const) {
  test(`a press on a card ${name} does nothing; once it lies free, it counts`, async ({
    open,
    extension,
  }) => {
    const { page, world } = await open(PLAIN);
    await openCard(page, world);
    await world.waitFor(SETTLED);
    await page.evaluate(script);
    // Two looks of the browser, and more than the card waits for.
    await page.waitForTimeout(900);
    await pressBoth(page, world);
    await page.waitForTimeout(300);
    expect(await world.evaluate(`Boolean(${CARD})`)).toBe(true);
    expect(await keptEvidence(extension)).toEqual([]);
    await page.evaluate(`clearInterval(window.covering); document.querySelector('body > [popover]')?.remove();
      for (const one of document.querySelectorAll('body > div')) one.remove()`);
    // The host gets its looks back within a second.
    await expect(async () => {
      if (!(await world.evaluate(NO_CARD))) await world.click('.card [aria-label="Đóng"]');
      expect(await world.evaluate(NO_CARD)).toBe(true);
    }).toPass({ intervals: [500], timeout: 15_000 });
  });
}

test('a card that opens under the pointer does not take the press that was on its way', async ({
  open,
  extension,
}) => {
  const { page, world } = await open(PLAIN);
  await openCard(page, world);
  await pressBoth(page, world);
  await page.waitForTimeout(200);
  expect(await world.evaluate(`Boolean(${CARD})`)).toBe(true);
  expect(await keptEvidence(extension)).toEqual([]);
  await world.click('.card [aria-label="Đóng"]');
  await world.waitFor(NO_CARD);
});

test("a page's own animations and variables do not fade the card", async ({ open }) => {
  const { page, world } = await open(PLAIN);
  await openCard(page, world);
  await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('html > div[popover]');
    host?.animate([{ opacity: 0, transform: 'scale(0.01)' }, { opacity: 0 }], {
      duration: 1e6,
      fill: 'both',
    });
    const style = document.createElement('style');
    style.textContent = `html > div { --text: transparent !important; --surface: red !important; --danger: transparent !important }
      html { filter: opacity(0.9); }
      @keyframes gone { to { opacity: 0 } } html > div { animation: gone 1ms forwards !important; transition: opacity 1s !important }`;
    document.head.append(style);
  });
  await page.waitForTimeout(300);
  const look = await world.evaluate<{ opacity: string; color: string }>(
    `({ opacity: getComputedStyle(root.host).opacity, color: getComputedStyle(root.querySelector('.card')).color })`,
  );
  expect(look?.opacity).toBe('1');
  expect(look?.color).not.toContain('0, 0, 0, 0');
});
