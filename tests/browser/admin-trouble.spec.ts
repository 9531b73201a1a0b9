/** The console where things go wrong or need more than one person: nginx, two signers, a closed tab, a full disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { verifyFeed } from '../../scripts/feed/verify';
import { launch } from '../../scripts/browser/launch';
import {
  ADMIN_BUILD,
  EDITOR,
  expect,
  jsonFile,
  makeFeed,
  openConsole,
  PASSPHRASE,
  paste,
  publish,
  saveKeys,
  sign,
  test,
} from './support/console';

/** The numbers that a client reads of a published feed. */
async function numbersAt(address: string, fingerprint: string): Promise<string[]> {
  const { content } = await verifyFeed(address, fingerprint);
  return [...(content.reported?.entries.keys() ?? [])];
}

async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mở', exact: true }).click();
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
}

test('nginx ignores conditions: the console says that one person at a time may write, and reads back', async ({
  nginxDav,
  console: page,
}) => {
  const { fingerprint } = await makeFeed(page, 'Danh sách trên nginx');
  await paste(page, '0292 000 0555');
  await sign(page);
  await publish(page, nginxDav.address);
  await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
  await expect(page.getByText('Máy chủ này không chặn được hai người cùng ghi')).toBeVisible();
  await page.getByRole('button', { name: 'Xong' }).click();
  expect(await numbersAt(nginxDav.address, fingerprint)).toEqual(['+842920000555']);

  // The next time it is said before anything is written.
  await paste(page, '0292 000 0777');
  await sign(page);
  await expect(page.getByText('Máy chủ này không chặn được hai người cùng ghi')).toBeVisible();
  await publish(page, nginxDav.address);
  await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
  expect(await numbersAt(nginxDav.address, fingerprint)).toEqual(['+842920000555', '+842920000777']);
});

test('a tab that is closed in the middle of publishing: it goes on; given up, the next one passes it over', async ({
  apache,
  admin,
  console: page,
}) => {
  // Four publications.
  test.slow();
  const { fingerprint } = await makeFeed(page, 'Danh sách dở dang');
  await paste(page, '0292 000 0111');
  await sign(page);
  await publish(page, apache.address);
  await page.getByRole('button', { name: 'Xong' }).click();

  const closeBeforeSnapshot = async (tab: Page, version: number) => {
    const held = tab.waitForRequest(
      (request) => request.method() === 'PUT' && request.url().endsWith(`/${version}.snapshot.json`),
    );
    // Never answered.
    await tab.route(`**/${version}.snapshot.json`, (route) =>
      route.request().method() === 'PUT' ? undefined : route.continue(),
    );
    await sign(tab);
    await publish(tab, apache.address);
    await held;
    await tab.close();
    expect(readFileSync(join(apache.root, `metadata/${version}.targets.json`)).length).toBeGreaterThan(0);
  };
  await paste(page, '0292 000 0222');
  await closeBeforeSnapshot(page, 3);
  expect(await numbersAt(apache.address, fingerprint)).toEqual(['+842920000111']);
  const second = await openConsole(admin, EDITOR);
  await goOn(second);
  await second.getByRole('button', { name: 'Đi tiếp' }).click();
  await publish(second, apache.address);
  await expect(second.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
  await second.getByRole('button', { name: 'Xong' }).click();
  expect(await numbersAt(apache.address, fingerprint)).toEqual(['+842920000111', '+842920000222']);

  await paste(second, '0292 000 0333');
  await closeBeforeSnapshot(second, 4);
  const leftOver = () => readFileSync(join(apache.root, 'metadata/4.targets.json'), 'utf8');
  const left = leftOver();
  const third = await openConsole(admin, EDITOR);
  await goOn(third);
  await third.getByRole('button', { name: 'Bỏ lần công bố này' }).click();
  await paste(third, '0292 000 0444');
  await sign(third);
  await publish(third, apache.address);
  await expect(third.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
  expect(await numbersAt(apache.address, fingerprint)).toHaveLength(4);
  // What lay there was not touched.
  expect(leftOver()).toBe(left);
});

test('two must sign: the file goes from hand to hand, and the second person publishes', async ({
  apache,
  console: page,
}) => {
  // Two browsers, and key files of two people.
  test.slow();
  const her = 'Trần Thị Bình';
  await page.getByRole('button', { name: 'Lập nguồn mới' }).click();
  await page.getByLabel('Tên nguồn').first().fill('Danh sách hai người');
  for (const role of ['Khóa nội dung', 'Khóa chụp bản', 'Khóa hạn dùng']) {
    await page.getByRole('group', { name: role }).getByLabel('Người giữ khóa').fill(`${EDITOR}\n${her}`);
  }
  await page.getByRole('group', { name: 'Khóa nội dung' }).getByLabel('Số người phải ký').fill('2');
  await page.getByRole('button', { name: 'Tạo khóa' }).click();
  await saveKeys(page, EDITOR);
  const keys = await saveKeys(page, her);
  await page.getByRole('button', { name: 'Ký và lập nguồn' }).click();
  const fingerprint = await page.locator('.fingerprint').innerText();
  await page.getByRole('button', { name: 'Xong, mở nguồn' }).click();
  // Printed again, the key sheet has the names of everybody who was there.
  await page.getByRole('navigation').getByRole('button', { name: 'Khóa ký' }).click();
  await page.getByRole('button', { name: 'Xem và in phiếu khóa' }).click();
  await expect(page.getByRole('cell', { name: her })).toHaveCount(3);
  // The feed goes up as the ceremony made it: everybody who holds a key was there.
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  await page.getByRole('button', { name: 'Ký lại hạn' }).click();
  await publish(page, apache.address);
  await page.getByRole('button', { name: 'Xong' }).click();

  await paste(page, '0292 000 0555');
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  await page.getByRole('button', { name: 'Ký và công bố' }).click();
  // What is read out are words: the buttons stand behind them.
  const told = page.getByRole('status').filter({ hasText: 'có 1 chữ ký, cần 2' });
  await expect(told).toBeVisible();
  await expect(told.locator('button, input')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ký bằng khóa trên máy này' }).click();
  await expect(page.getByText('có 1 chữ ký, cần 2')).toBeVisible();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu tệp chờ ký' }).click(),
  ]);
  const waiting = readFileSync(await saved.path(), 'utf8');

  const second = await launch({ extension: ADMIN_BUILD });
  try {
    const colleague = await openConsole(second, her);
    await colleague.getByLabel('Địa chỉ của nguồn').fill(apache.address);
    await colleague.getByLabel('Dấu vân tay').fill(fingerprint);
    await colleague.getByRole('button', { name: 'Mở theo địa chỉ' }).click();
    await colleague.getByRole('button', { name: 'Khóa ký' }).click();
    await colleague.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
    await colleague.locator('input[type=file]').setInputFiles(jsonFile('khoa.json', keys));
    await expect(colleague.getByText(`có trên máy này: ${her}`).first()).toBeVisible();
    await colleague.getByRole('button', { name: /^Xem lại và công bố/ }).click();
    await colleague.locator('input[type=file]').setInputFiles(jsonFile('cho-ky.json', waiting));
    await expect(colleague.getByRole('status').filter({ hasText: '1 số mới' })).toBeVisible();
    await colleague.getByRole('button', { name: 'Ký', exact: true }).click();
    await publish(colleague, apache.address);
    await expect(colleague.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
    expect(await numbersAt(apache.address, fingerprint)).toEqual(['+842920000555']);

    // The first console still shows the file that waits; back in front, it looks, says so and drops it with the draft.
    await expect(page.getByText('có 1 chữ ký, cần 2')).toBeVisible();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(page.getByText('Đồng nghiệp đã ký và công bố phiên bản')).toBeVisible();
    await expect(page.getByText('Bản nháp chưa có thay đổi nào.')).toBeVisible();
    await page.getByRole('button', { name: 'Lịch sử' }).click();
    await expect(page.locator('.history > li')).toContainText('1 số mới');
  } finally {
    await second.close();
  }
});

/**
 * What a browser does whose disk is full: the transaction ends with that error when some of it is written already. It is
 * put on here, for `unlimitedStorage` leaves no quota that DevTools could lower.
 */
const FULL_DISK = `(() => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    const request = put.apply(this, args);
    const tx = this.transaction;
    const error = new DOMException('full', 'QuotaExceededError');
    Object.defineProperty(tx, 'error', { value: error, configurable: true });
    request.addEventListener('success', () => tx.abort(), { once: true });
    return request;
  };
  globalThis.makeRoom = () => { IDBObjectStore.prototype.put = put; };
})()`;

test('a full disk: nothing is half written, it is said, and once there is room it goes on', async ({
  console: page,
}) => {
  await makeFeed(page, 'Danh sách đầy ổ');
  await paste(page, '0292 000 0111');
  await page.evaluate(FULL_DISK);
  await page.getByRole('button', { name: 'Dán nhiều số' }).click();
  await page.getByLabel('Dán văn bản bất kỳ').fill('0292 000 0222 và 0292 000 0333');
  await page.getByLabel('Loại').fill('gia-danh-cong-an');
  await page.getByLabel('Kẻ gọi tự xưng là ai').fill('Tự xưng công an, đòi chuyển tiền.');
  await page.getByLabel('Đường dẫn nguồn tin').fill('https://congan.example.gov.vn/canh-bao');
  await page.getByLabel('Lý do thay đổi').fill('Đơn của người dân');
  const add = page.getByRole('button', { name: /^Thêm \d+ số vào bản nháp$/ });
  await add.click();
  await expect(page.getByRole('alert')).toContainText('Trình duyệt hết chỗ lưu');
  // What was typed still stands there.
  await page.evaluate('makeRoom()');
  await add.click();
  await page.getByText(/^Đã đổi \d+ số/).waitFor();
  await page.reload();
  await goOn(page);
  await expect(page.getByText('3 số mới').first()).toBeVisible();
});
