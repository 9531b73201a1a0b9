/** Roundcube in a real Firefox: a mail in its frame, the card in the page around it, the composer. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFirefox, type LaunchedFirefox } from '../../scripts/browser/firefox';
import type { FirefoxPage } from '../../scripts/browser/firefox-page';
import { until } from '../../scripts/browser/until';
import { deliver, emptyMailbox } from './support/mailbox';
import { CHIEF, SCAM_HTML, SPLIT, TYPED } from './support/messages';
import { APPS_FIREFOX_BUILD, HOSTS } from './support/state';

const NAME = 'roundcube.apps.example';
let firefox: LaunchedFirefox | undefined;

beforeAll(async () => {
  const httpPort = HOSTS[`${NAME}:80`];
  firefox = await launchFirefox({ extension: APPS_FIREFOX_BUILD, hosts: [NAME], port: httpPort, httpPort });
});
afterAll(() => firefox?.close());

/** What is painted in the frame that shows a mail. */
const inFrame = (page: FirefoxPage) =>
  page.page.evaluate(`(() => {
    const { contentWindow } = document.getElementById('messagecontframe');
    return [...(contentWindow.CSS.highlights.get('canh-giac-number') ?? [])].map(String).toSorted();
  })()`);

test('Roundcube, elastic: list, mail, card, composer', async () => {
  emptyMailbox();
  deliver({ ...CHIEF, subject: 'Thư mời làm việc', html: SCAM_HTML });
  if (!firefox) throw new Error('Firefox is not running');
  const mail = await firefox.open(`http://${NAME}/`);
  const { page } = mail;
  await page.type('#rcmloginuser', 'an@example.test');
  await page.type('#rcmloginpwd', 'matkhau');
  await page.click('#rcmloginsubmit');
  // Roundcube drops a press while it is busy.
  await until(async () => {
    await page.evaluate(`globalThis.rcmail?.command('checkmail')`);
    return page.evaluate(`document.querySelector('#messagelist tbody tr.message') !== null`);
  }, 'the mail in the list');

  // The protected name with a foreign address is marked in the list.
  await until(
    async () => (await mail.highlights()).caution?.includes(CHIEF.name) ?? false,
    'the mark in the list',
  );
  await page.click('#messagelist tbody tr.message td.subject');
  await mail.waitFor(`root?.querySelector('[role="dialog"].level-danger')`);
  expect(await mail.cardText()).toContain('0292 0000111');
  await until(
    async () => JSON.stringify(await inFrame(mail)) === JSON.stringify(SPLIT),
    'the marks in the frame of the mail',
  );

  await page.goto(`http://${NAME}/?_task=mail&_action=compose`);
  await page.waitForSelector('[name="_subject"]');
  await page.type('[name="_subject"]', TYPED);
  await mail.waitFor('session');
  // Two rounds of upkeep of the watcher.
  await new Promise((resolve) => setTimeout(resolve, 3_500));
  expect(await mail.evaluate('session.units.size')).toBe(0);
  expect(await page.evaluate(`document.querySelector('[name="_subject"]').value`)).toBe(TYPED);
});
