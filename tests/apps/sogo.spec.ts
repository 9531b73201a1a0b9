/** SOGo: an AngularJS page with a virtual list; mails lie in the top document. */
import { painted, unitsSeen } from '../browser/support/read-units';
import { DANGER_CARD, expect, test } from './support/apps';
import { deliver, emptyMailbox } from './support/mailbox';
import { CHIEF, LAN, LATE, ORDINARY, SCAM_HTML, SPLIT, TYPED } from './support/messages';

test('SOGo', async ({ open }) => {
  emptyMailbox();
  deliver({ ...LAN, subject: 'Họp chiều nay', text: ORDINARY });
  deliver({ ...CHIEF, subject: 'Thư mời làm việc', html: SCAM_HTML });
  const { page, world } = await open('http://sogo.apps.example/SOGo/');
  await page.fill('input[autocomplete="username"], input[ng-model="app.creds.username"]', 'an');
  await page.fill('input[type="password"]', 'matkhau');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/Mail/);
  const row = (subject: string) => page.locator('md-list-item', { hasText: subject }).first();

  await row('Thư mời làm việc').click();
  await world.waitFor(DANGER_CARD);
  await expect.poll(() => painted(page, 'number')).toEqual(SPLIT);
  const mail = (await unitsSeen(world)).find(({ level }) => level === 'danger');
  expect(mail?.sender).toMatchObject(CHIEF);

  // The next mail takes its place in the same elements.
  await row('Họp chiều nay').click();
  await expect.poll(() => painted(page, 'number')).toEqual(['0292 000 0555']);
  await expect.poll(async () => (await unitsSeen(world)).map(({ sender }) => sender)).toContainEqual(LAN);

  // One that arrives while the list is open.
  deliver({ ...CHIEF, subject: 'Giấy triệu tập', text: LATE });
  await page.locator('button[ng-click*="efresh"]').first().click();
  await row('Giấy triệu tập').click();
  await expect.poll(() => painted(page, 'number')).toEqual(['0292 000 0444']);

  // The composer is left alone.
  await page.locator('md-fab-speed-dial md-fab-trigger button').first().click();
  await page.locator('button[ng-click*="newMessage("]').first().click();
  const editor = page.locator('.cke_contents iframe').contentFrame().locator('body');
  await editor.waitFor();
  await editor.fill(TYPED);
  await page.evaluate((text) => {
    const body = document.querySelector('.msg-body') ?? document.body;
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    body.append(paragraph);
  }, ORDINARY);
  await expect.poll(() => painted(page, 'number')).toContain('0292 000 0555');
  expect((await unitsSeen(world)).map(({ text }) => text).join()).not.toContain('0999');
  expect(await editor.innerText()).toBe(TYPED);
});
