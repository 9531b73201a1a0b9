/** A fresh profile in Firefox goes through the first steps: no fault, and no console has an error. */
import { expect, test } from 'vitest';
import { extensionFaults } from '../../scripts/browser/firefox-faults';
import { until } from '../../scripts/browser/until';
import { SCAM } from '../browser/support/messages';
import { useFirefox } from './support/firefox';
import { press, sees } from './support/press';

const firefox = useFirefox();

test('welcome, practice, look-up, evidence: no fault, no console has an error', async () => {
  const browser = firefox.launched();
  const faults = async () => [...(await extensionFaults(browser.browser)), ...browser.consoleErrors];
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

  // What is planted in a page of ours and in the background comes last: then all before it has come too.
  await evidence.evaluate(`console.error('words of a page')`);
  await evidence.evaluate(`setTimeout(() => { throw new Error('thrown in a page') })`);
  await evidence.evaluate(`browser.runtime.getBackgroundPage().then((background) => {
    background.console.error('words of the background');
    void background.Promise.reject(new background.Error('rejected in the background'));
  })`);
  const planted = /words of a page|thrown in a page|words of the background|rejected in the background/;
  await until(
    async () => (await faults()).filter((fault) => planted.test(fault)).length === 4,
    'all planted',
  );
  expect((await faults()).filter((fault) => !planted.test(fault))).toEqual([]);
}, 90_000);
