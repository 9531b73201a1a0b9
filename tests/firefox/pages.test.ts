/** The extension in a real Firefox: the same pages as in Chromium, and what only Firefox does its own way. */
import { describe, expect, test } from 'vitest';
import { SCAM } from '../browser/support/messages';
import { until } from '../../scripts/browser/until';
import { useFirefox } from './support/firefox';

const firefox = useFirefox();

const DANGER = `root?.querySelector('[role="dialog"].level-danger')`;
const NO_CARD = `root && !root.querySelector('[role="dialog"]')`;
const PLAIN = 'https://forum.fixture.example/plain';

describe('Firefox', () => {
  test('Gmail: card, marks on the right words, composer untouched, closing by a real press', async () => {
    const gmail = await firefox.open('https://mail.google.com/gmail');
    await gmail.waitFor(DANGER);
    const painted = await gmail.highlights();
    expect(painted.number?.toSorted()).toEqual(['.000', '.0111', '0292', '0292 000 0555']);
    expect(painted.danger?.join('\n')).toContain('chuyển tiền');
    expect(Object.values(painted).flat().join('\n')).not.toContain('0999');
    expect(await gmail.cardText()).toContain('0292 0000111');
    await gmail.click('.card [aria-label="Đóng"]');
    await gmail.waitFor(NO_CARD);
    await gmail.click('.chip');
    await gmail.waitFor(DANGER);
  });

  test('Facebook: a scam comment under a warning is told apart from it', async () => {
    const facebook = await firefox.open('https://www.facebook.com/facebook');
    await facebook.waitFor(DANGER);
    const levels = await facebook.evaluate<Record<string, string>>(`Object.fromEntries(
      [...session.units.values()].map((unit) => [unit.root.closest('[id]').id, unit.judged.verdict.level]))`);
    expect(levels).toMatchObject({ 'comment-scam': 'danger', 'post-warning': 'notice' });
    expect(levels).not.toHaveProperty('comment-ordinary');
  });

  test('the practice page: all kinds are told apart', async () => {
    const page = await firefox.launched().openOwn('practice.html#feed');
    await page.bringToFront();
    await until(async () => {
      const levels = (await page.evaluate(
        `[...(globalThis[Symbol.for('canh-giac.session')]?.units.values() ?? [])].map((unit) => unit.judged.verdict.level)`,
      )) as string[];
      return ['danger', 'notice', 'none'].every((level) => levels.includes(level));
    }, 'danger, notice and none on the practice page');
    await page.close();
  });

  test('marks are painted inside an open shadow root', async () => {
    const plain = await firefox.open(PLAIN);
    await plain.page.evaluate(`(() => {
      const inner = document.getElementById('main').appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      const article = inner.appendChild(document.createElement('article'));
      article.textContent = ${JSON.stringify(SCAM)};
    })()`);
    await plain.waitFor(DANGER);
    expect((await plain.highlights()).number).toEqual(['0292 000 0111']);
    const line = await plain.page.evaluate(
      `getComputedStyle(document.querySelector('#main > div').shadowRoot.querySelector('article'), '::highlight(canh-giac-number)').textDecorationLine`,
    );
    expect(line).toBe('underline');
  });

  test('the toolbar button of a tab says level and count, and the others nothing', async () => {
    const gmail = await firefox.open('https://mail.google.com/gmail');
    await gmail.waitFor(DANGER);
    const { driver } = firefox.launched();
    const button = (query: string) =>
      driver.evaluate(`browser.tabs.query(${query}).then(([{ id: tabId }]) =>
        Promise.all([browser.action.getBadgeText({ tabId }), browser.action.getTitle({ tabId })]))`);
    await until(async () => {
      const [text, title] = (await button(`{ url: 'https://mail.google.com/*' }`)) as [string, string];
      return text === '1' && title === 'Cảnh Giác: 1 chỗ nguy hiểm trên trang này';
    }, 'the button to say what was found');
    expect(await button(`{ url: browser.runtime.getURL('notice.html') }`)).toEqual(['', 'Cảnh Giác']);
  });

  test('what a page of ours did not expect is told above it', async () => {
    const page = await firefox.launched().openOwn('popup.html');
    await page.bringToFront();
    await page.waitForSelector('textarea');
    await page.evaluate(`void Promise.reject(new Error('planted'))`);
    await until(
      async () => (await page.$eval('[role="alert"]', (alert) => alert.textContent)).includes('gọi 113'),
      'the alert',
    );
    await page.close();
  });
});
