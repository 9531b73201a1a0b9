/** In a real Firefox: frames without an address of their own, and presses on a card that the person cannot have seen. */
import { describe, expect, test } from 'vitest';
import type { FirefoxPage } from '../../scripts/browser/firefox-page';
import { ask } from '../browser/support/ask';
import { SCAM } from '../browser/support/messages';
import { useFirefox } from './support/firefox';

const firefox = useFirefox();

const DANGER = `root?.querySelector('[role="dialog"].level-danger')`;
const NO_CARD = `root && !root.querySelector('[role="dialog"]')`;
const SETTLED = `root?.querySelector('.card-place')?.dataset.settled === 'true'`;
const CLOSE = '.card [aria-label="Đóng"]';

test('a mail in a sandboxed srcdoc frame is read; its card opens in the top frame', async () => {
  const frames = await firefox.open('https://forum.fixture.example/frames');
  await frames.waitFor(DANGER);
  expect(await frames.cardText()).toContain('0292 0000111');
  // The words are not the top document's.
  expect(await frames.highlights()).toEqual({});
});

test('which site a mail in a frame belongs to is the word of the browser, not of the mail', async () => {
  const { driver } = firefox.launched();
  const sites = ['other.fixture.example', 'forum.fixture.example'] as const;
  const turn = (host: string, on: boolean) => ask(driver, 'settings', { site: { host, on } });
  const found = async () => {
    const frames = await firefox.open('https://forum.fixture.example/frame-base');
    const levels = async () => {
      const view = await ask(driver, 'page-findings', { tabId: frames.tabId });
      const reports = view.state === 'watched' ? view.frames.map(({ report }) => report) : [];
      return reports.flatMap(({ units }) => units.map(({ verdict }) => verdict.level));
    };
    return { frames, levels };
  };
  try {
    await turn(sites[0], false);
    await expect.poll((await found()).levels, { timeout: 10_000 }).toEqual(['danger', 'danger']);
    await turn(sites[0], true);
    await turn(sites[1], false);
    const { frames, levels } = await found();
    await frames.waitFor('session?.signal.aborted');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await levels()).toEqual([]);
  } finally {
    for (const host of sites) await turn(host, true);
  }
});

/** Presses the card's button to close it with the real mouse, whatever the card thinks of it. */
async function pressClose(plain: FirefoxPage): Promise<void> {
  const [x, y] = await plain.evaluate<[number, number]>(`(() => {
    const { x, y, width, height } = root.querySelector('${CLOSE}').getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  })()`);
  await plain.page.mouse.click(x, y);
}

/** What a page does to the card's host, again and again. */
const KEEP = (property: string, value: string) => `window.covering = setInterval(() => {
  document.querySelector('html > div[popover]').style.setProperty('${property}', ${value}, 'important');
}, 5)`;
const COVER = `(() => {
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText = 'position:fixed;inset:0;width:auto;height:auto;border:0;background:#fff;pointer-events:none';
  document.body.append(cover);
  const up = () => { if (cover.matches(':popover-open')) cover.hidePopover(); cover.showPopover(); };
  up();
  window.covering = setInterval(up, 20);
})()`;

describe('a press does nothing on a card', () => {
  test.each([
    ['that is covered by a popover that lets presses through', COVER],
    ['that the page keeps fading', KEEP('opacity', `'0.01'`)],
    ['that the page keeps moving', KEEP('translate', `(Date.now() % 40) + 'px'`)],
  ])('%s; once it lies free, it counts', async (_, script) => {
    const plain = await firefox.open('https://forum.fixture.example/plain');
    await plain.page.evaluate(`addMessage(${JSON.stringify(SCAM)})`);
    await plain.waitFor(DANGER);
    await plain.waitFor(SETTLED);
    await plain.page.evaluate(`${script}; 0`);
    // Two looks of the browser, and more than the card waits for.
    await new Promise((resolve) => setTimeout(resolve, 900));
    await pressClose(plain);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await plain.evaluate(`Boolean(${DANGER})`)).toBe(true);
    await plain.page.evaluate(
      `clearInterval(window.covering); document.querySelector('body > [popover]')?.remove()`,
    );
    // The host gets its looks back within a second.
    await expect
      .poll(
        async () => {
          if (!(await plain.evaluate(`Boolean(${NO_CARD})`))) await plain.click(CLOSE);
          return plain.evaluate(`Boolean(${NO_CARD})`);
        },
        { timeout: 15_000, interval: 500 },
      )
      .toBe(true);
  });
});
