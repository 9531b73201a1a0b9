/** A feed without a server at hand: published as .zip and into a folder, opened from both. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { verifyFeed } from '../../scripts/feed/verify';
import { EDITOR, expect, makeFeed, openConsole, paste, sign, test } from './support/console';
import { LOGIN } from './support/dav-server';
import { acceptedByOutsideClient } from './support/outside-client';
import { answerPickers, filesOfFolder, handInFolder, handInWritable } from './support/picked-folder';
import { loadKeys, openReady, readyFeed } from './support/ready-feed';

function writeFeed(root: string, files: Iterable<readonly [path: string, content: Uint8Array | string]>) {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

async function publishAs(page: Page, kind: 'zip' | 'folder'): Promise<void> {
  await sign(page);
  await page.getByLabel('Cách đưa lên').selectOption(kind);
  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
}

async function forget(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Về trang đầu' }).click();
  await page.getByRole('button', { name: 'Bỏ khỏi máy này' }).click();
  await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
  await page.getByText('Chưa có nguồn nào').waitFor();
}

/** A feed that is open with its keys, and one number signed. */
async function signOne(page: Page): ReturnType<typeof readyFeed> {
  const feed = await readyFeed();
  await openReady(page, feed);
  await loadKeys(page, feed);
  await paste(page, '0292 000 0111');
  await sign(page);
  return feed;
}

test('a feed is published as .zip and into a folder, accepted by an outside client, and opened from both', async ({
  apache,
  admin,
}) => {
  // A ceremony and three publications.
  test.slow();
  const unpacked = mkdtempSync(join(tmpdir(), 'canh-giac-folder-'));
  try {
    await answerPickers(admin.context);
    const page = await openConsole(admin, EDITOR);
    const { fingerprint } = await makeFeed(page, 'Danh sách trong tệp');
    const numbers = async () =>
      [...((await verifyFeed(apache.address, fingerprint)).content.reported?.entries.keys() ?? [])].map(
        (number) => number.slice(-4),
      );

    await paste(page, '0292 000 0111');
    const [saved] = await Promise.all([page.waitForEvent('download'), publishAs(page, 'zip')]);
    await expect(page.getByText('Chưa kiểm tra được trên máy chủ')).toBeVisible();
    const zip = readFileSync(await saved.path());
    // By hand, as the console says: unpacked on the server, where browsers and other clients read it.
    for (const root of [unpacked, apache.root]) writeFeed(root, Object.entries(unzipSync(zip)));
    await acceptedByOutsideClient(apache.address, apache.root);
    expect(await numbers()).toEqual(['0111']);
    await page.getByRole('button', { name: 'Xong' }).click();

    // An empty folder gets the whole feed, the same folder later what is new.
    await handInWritable(page, 'ghi');
    for (const number of ['0292 000 0222', '0292 000 0333']) {
      await paste(page, number);
      await publishAs(page, 'folder');
      await expect(page.getByText('Đã đọc lại ở nơi ghi (thư mục đã chọn)')).toBeVisible();
      await page.getByRole('button', { name: 'Xong' }).click();
    }
    rmSync(join(apache.root, 'metadata'), { recursive: true });
    rmSync(join(apache.root, 'targets'), { recursive: true });
    writeFeed(apache.root, await filesOfFolder(page));
    await acceptedByOutsideClient(apache.address, apache.root);
    expect(await numbers()).toEqual(['0111', '0222', '0333']);

    // Where browsers read is known: it does not have the next .zip until that is put up.
    await paste(page, '0292 000 0444');
    await sign(page);
    await page.getByLabel('Cách đưa lên').selectOption('zip');
    await page.getByLabel('Địa chỉ mà trình duyệt đọc').fill(apache.address);
    const [next] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Công bố', exact: true }).click(),
    ]);
    await expect(page.getByText('chưa có phiên bản này')).toBeVisible();
    writeFeed(apache.root, Object.entries(unzipSync(readFileSync(await next.path()))));
    await page.getByRole('button', { name: 'Xem lại', exact: true }).click();
    await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible();
    expect(await numbers()).toEqual(['0111', '0222', '0333', '0444']);
    await page.getByRole('button', { name: 'Xong' }).click();

    // Opened again: what is no feed says so, the folder and the .zip give the list that went out.
    await forget(page);
    const input = page.getByLabel('Mở tệp .zip');
    await input.setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
    await expect(page.getByRole('alert')).toContainText('Tệp .zip không đọc được');
    await handInFolder(admin.context, page, join(unpacked, 'targets'));
    await page.getByRole('button', { name: 'Mở thư mục' }).click();
    await expect(page.getByRole('alert')).toContainText('Ở đây không có nguồn');
    await handInFolder(admin.context, page, unpacked);
    await page.getByRole('button', { name: 'Mở thư mục' }).click();
    await expect(page.getByText('1 dòng trong 1 dòng.')).toBeVisible();
    await forget(page);
    await input.setInputFiles({ name: 'nguon.zip', mimeType: 'application/zip', buffer: zip });
    await expect(page.getByRole('button', { name: '0292 0000111' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Danh sách trong tệp' })).toBeVisible();
  } finally {
    rmSync(unpacked, { recursive: true });
  }
});

test('what was written and cannot be read back is told as written, and looked at again', async ({
  apache,
  console: page,
}) => {
  const feed = await signOne(page);
  // The connection breaks once the version is live, and the writing has held that it is.
  let readsSinceWritten = -1;
  await page.route(`${apache.address}metadata/timestamp.json*`, async (route) => {
    if (route.request().method() === 'PUT') readsSinceWritten = 0;
    else if (readsSinceWritten >= 0) readsSinceWritten += 1;
    await (readsSinceWritten > 1 ? route.abort() : route.continue());
  });
  await page.getByLabel('Cách đưa lên').selectOption('dav');
  await page.getByLabel('Địa chỉ để ghi').fill(apache.address);
  await page.getByLabel('Tên đăng nhập').fill(LOGIN.user);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LOGIN.password);
  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
  await expect(page.getByText(`Đã ghi xong vào ${apache.address}, nhưng chưa đọc lại được`)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Xem lại', exact: true }).click();
  await expect(page.getByText(`Đã đọc lại ở nơi ghi (${apache.address})`)).toBeVisible();
  expect((await verifyFeed(apache.address, feed.fingerprint)).content.reported?.entries.size).toBe(1);
});

test('an address at which no feed can be read is refused before anything is published', async ({
  console: page,
}) => {
  await signOne(page);
  const address = page.getByLabel('Địa chỉ mà trình duyệt đọc');
  await address.fill('https://feed.example.gov.vn/?list=1');
  const go = page.getByRole('button', { name: 'Công bố', exact: true });
  await go.click();
  await expect(address).toBeFocused();
  expect(await address.evaluate((field: HTMLInputElement) => field.validity.patternMismatch)).toBe(true);
  await expect(page.getByText('Phiên bản', { exact: false })).toHaveCount(0);
  await address.fill('https://feed.example.gov.vn/list/');
  await Promise.all([page.waitForEvent('download'), go.click()]);
});

test('a publication that cannot be given up stays in sight', async ({ console: page }) => {
  await signOne(page);
  await page.getByRole('button', { name: 'Thôi' }).click();
  const forget = page.getByRole('button', { name: 'Bỏ lần công bố này' });
  await page.evaluate(() => {
    const { prototype } = IDBObjectStore;
    const kept = Object.getOwnPropertyDescriptor(prototype, 'delete') ?? {};
    prototype.delete = () => {
      Object.defineProperty(prototype, 'delete', kept);
      throw new DOMException('the disk is full', 'QuotaExceededError');
    };
  });
  await forget.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(forget).toBeVisible();
  await forget.click();
  await expect(forget).toHaveCount(0);
});
