/** A fresh profile in Firefox goes through the first steps, and nothing is written to a console as an error. */
import { expect, test } from 'vitest';
import { until } from '../../scripts/browser/until';
import { SCAM } from '../browser/support/messages';
import { useFirefox } from './support/firefox';
import { press, sees } from './support/press';

const firefox = useFirefox();

test('welcome, practice, look-up, evidence: no console has an error', async () => {
  const browser = firefox.launched();
  const welcome = await browser.opened('welcome.html');
  await welcome.bringToFront();
  await press(welcome, 'Tiếp');
  await press(welcome, 'Tiếp');
  await press(welcome, 'Mở trang luyện tập');
  const practice = await browser.opened('practice.html');
  await practice.bringToFront();
  await (await practice.$$('.mail-row'))[1]?.click();
  await until(
    () => practice.evaluate(`(globalThis[Symbol.for('canh-giac.session')]?.units.size ?? 0) > 0`),
    'a message of the practice page to be read',
  );
  const popup = await browser.openOwn('popup.html');
  await popup.bringToFront();
  await popup.type('textarea', SCAM);
  await popup.waitForSelector('.check-result.level-danger');
  await press(popup, 'Lưu làm chứng cứ');
  const evidence = await browser.opened('evidence.html');
  await evidence.bringToFront();
  await press(evidence, 'Lưu');
  await sees(evidence, '1 chứng cứ');
  expect(browser.consoleErrors()).toEqual([]);

  // What would be seen: a fault and a written error, planted in a page of ours.
  await evidence.evaluate(`setTimeout(() => { throw new Error('planted fault') })`);
  await evidence.evaluate(`console.error('planted words')`);
  await until(() => {
    const all = browser.consoleErrors().join('\n');
    return Promise.resolve(all.includes('planted fault') && all.includes('planted words'));
  }, 'the planted errors');
});
