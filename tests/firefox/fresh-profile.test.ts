/** A fresh profile in Firefox goes through the first steps, and neither page nor background has a fault. */
import { expect, test } from 'vitest';
import { extensionFaults } from '../../scripts/browser/firefox-faults';
import { until } from '../../scripts/browser/until';
import { SCAM } from '../browser/support/messages';
import { useFirefox } from './support/firefox';
import { press, sees } from './support/press';

const firefox = useFirefox();

test('welcome, practice, look-up, evidence: no fault', async () => {
  const browser = firefox.launched();
  const faults = () => extensionFaults(browser.browser);
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
  expect(await faults()).toEqual([]);

  // What would be seen: a fault planted in a page of ours, and one in the background.
  await evidence.evaluate(`setTimeout(() => { throw new Error('planted in a page') })`);
  await evidence.evaluate(`browser.runtime.getBackgroundPage().then((background) =>
    void background.Promise.reject(new background.Error('planted in the background')))`);
  await until(async () => {
    const all = (await faults()).join();
    return all.includes('planted in a page') && all.includes('planted in the background');
  }, 'the planted faults');
}, 90_000);
