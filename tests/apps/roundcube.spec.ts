/** Roundcube, elastic and larry: the list, a mail, one that arrives, the composer. */
import type { Frame, Page } from '@playwright/test';
import { painted, unitsSeen } from '../browser/support/read-units';
import { DANGER_CARD, expect, test } from './support/apps';
import { deliver, emptyMailbox } from './support/mailbox';
import { CHIEF, LAN, LATE, ORDINARY, SCAM_HTML, SPLIT, TYPED } from './support/messages';

const SKINS = { elastic: 'http://roundcube.apps.example', larry: 'http://larry.apps.example' };

async function logIn(page: Page): Promise<void> {
  await page.fill('#rcmloginuser', 'an@example.test');
  await page.fill('#rcmloginpwd', 'matkhau');
  await page.click('#rcmloginsubmit');
  await page.waitForURL(/_task=mail/);
}

const row = (page: Page, subject: string) =>
  page.locator('#messagelist tbody tr.message', { hasText: subject });

/**
 * Presses the button for new mails until the mail is there: Roundcube drops a press while it is busy. A mail that it
 * learned of beside a preview that was still loading is never told as new: then its list is drawn anew.
 */
async function receive(page: Page, subject: string): Promise<void> {
  let presses = 0;
  await expect
    .poll(
      async () => {
        await page.evaluate(
          (name) => (window as unknown as { rcmail: { command(name: string): void } }).rcmail.command(name),
          ++presses % 4 === 0 ? 'list' : 'checkmail',
        );
        return row(page, subject).count();
      },
      { intervals: [1_500] },
    )
    .toBeGreaterThan(0);
}

async function openMail(page: Page, subject: string): Promise<Frame> {
  await row(page, subject).first().click();
  await page.frameLocator('#messagecontframe').locator('#messagebody').waitFor();
  const frame = page.frame('messagecontframe');
  if (!frame) throw new Error('no preview frame');
  return frame;
}

for (const [skin, site] of Object.entries(SKINS)) {
  test(`Roundcube, ${skin}`, async ({ open }) => {
    emptyMailbox();
    deliver({ ...LAN, subject: 'Họp chiều nay', text: ORDINARY });
    deliver({ ...CHIEF, subject: 'Thư mời làm việc', html: SCAM_HTML, replyTo: 'khac@hopthu.example' });
    const { page, world } = await open(site);
    await logIn(page);
    await receive(page, 'Thư mời làm việc');

    // In the list: the protected name with a foreign address is marked, the colleague is not.
    await expect.poll(() => painted(page, 'caution')).toContain(CHIEF.name);
    expect(await painted(page, 'caution')).not.toContain(LAN.name);
    const inList = await unitsSeen(world);
    expect(inList.map(({ sender, level }) => [sender, level])).toEqual([[CHIEF, 'caution']]);

    // The mail: in the preview's frame, its number over three elements; the card opens in the top frame.
    await openMail(page, 'Thư mời làm việc');
    await world.waitFor(DANGER_CARD);
    await expect.poll(() => painted(page, 'number')).toEqual(SPLIT);
    const mail = (await unitsSeen(world)).find(({ level }) => level === 'danger');
    expect(mail?.sender).toMatchObject(CHIEF);
    expect(await world.cardText()).toContain('0292 0000111');

    // Another mail takes its place in the frame: the first one's marks are gone.
    await openMail(page, 'Họp chiều nay');
    await expect.poll(() => painted(page, 'number')).toEqual(['0292 000 0555']);

    // One that arrives while the list is open.
    deliver({
      name: 'Công an thành phố Cần Thơ',
      address: 'canbo@hopthu.example',
      subject: 'Giấy triệu tập',
      text: LATE,
    });
    await receive(page, 'Giấy triệu tập');
    await expect.poll(() => painted(page, 'caution')).toContain('Công an thành phố Cần Thơ');

    // The composer: what is typed there is never read, in its frame or in a plain text box.
    await page.goto(`${site}/?_task=mail&_action=compose`);
    const editor = page.frameLocator('iframe.tox-edit-area__iframe, #composebody_ifr').locator('body');
    await editor.waitFor();
    await editor.fill(TYPED);
    await page.fill('[name="_subject"]', TYPED);
    await expect(editor).toContainText('0999');
    await expect.poll(() => world.evaluate('document.readyState')).toBe('complete');
    await expectNothingRead();

    async function expectNothingRead(): Promise<void> {
      // Two rounds of upkeep of the watcher have passed when an added message is judged.
      await page.evaluate((text) => {
        const article = document.createElement('article');
        article.textContent = text;
        document.body.append(article);
      }, ORDINARY);
      await expect.poll(() => painted(page, 'number')).toEqual(['0292 000 0555']);
      expect((await unitsSeen(world)).map(({ text }) => text).join()).not.toContain('0999');
      expect(await editor.innerText()).toBe(TYPED);
    }
  });
}
