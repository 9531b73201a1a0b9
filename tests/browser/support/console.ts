/** Fixtures for the administrators' console: the built edition, an Apache, and steps that an administrator takes. */
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { launch, type LaunchedBrowser } from '../../../scripts/browser/launch';
import { onSilentRegion } from './accessibility-tree';
import { LOGIN, startDav, type DavServer } from './dav-server';

/** The administrators' edition with the right to write on loopback. */
export const ADMIN_BUILD = join(import.meta.dirname, '../../../.output/admin-granted/chrome-mv3');
export const PASSPHRASE = 'mười hai con chim sẻ';
export const EDITOR = 'Nguyễn Văn An';

interface ConsoleFixtures {
  /** A browser with the console. */
  admin: LaunchedBrowser;
  console: Page;
}

export const test = base.extend<ConsoleFixtures & { apache: DavServer; nginxDav: DavServer }>({
  apache: async ({}, use) => {
    const apache = await startDav('apache');
    await use(apache);
    await apache.close();
  },
  nginxDav: async ({}, use) => {
    const nginx = await startDav('nginx');
    await use(nginx);
    await nginx.close();
  },
  admin: async ({}, use) => {
    const browser = await launch({ extension: ADMIN_BUILD });
    await use(browser);
    await browser.close();
  },
  console: async ({ admin }, use) => {
    await use(await openConsole(admin, EDITOR));
  },
});

/** What opens with its words beside another region that tells what was done (a list, a merge), or unasked (a sample). */
const BESIDE = /^[\d.]+ dòng trong|^Bản nháp của bạn đã được ghép|^Mức của tin mẫu/;

/**
 * The console in a new tab, with the administrator's name. What it throws fails the test, and each live region whose
 * words nobody would hear.
 */
export async function openConsole(browser: LaunchedBrowser, editor: string): Promise<Page> {
  const page = await browser.context.newPage();
  page.on('pageerror', (error) => expect.soft(error.message).toBe(''));
  await onSilentRegion(page, (words) => {
    if (!BESIDE.test(words)) expect.soft(words, 'a live region came together with its words').toBe('');
  });
  await page.goto(browser.pageUrl('console.html'));
  await page.getByLabel('Họ tên của bạn').fill(editor);
  return page;
}

export interface MadeFeed {
  /** Text of the key file. */
  readonly keys: string;
  /** As the key sheet prints it. */
  readonly fingerprint: string;
}

/** The guided making of a feed. */
export async function makeFeed(page: Page, name: string): Promise<MadeFeed> {
  await page.getByRole('button', { name: 'Lập nguồn mới' }).click();
  await page.getByLabel('Tên nguồn').fill(name);
  await page.getByRole('button', { name: 'Tạo khóa' }).click();
  const keys = await saveKeys(page, EDITOR);
  await page.getByRole('button', { name: 'Ký và lập nguồn' }).click();
  const fingerprint = await page.locator('.fingerprint').innerText();
  await page.getByRole('button', { name: 'Xong, mở nguồn' }).click();
  await page.getByRole('heading', { name }).waitFor();
  return { keys, fingerprint };
}

/** Saves a holder's key file and reads it back; gives its text. */
export async function saveKeys(page: Page, holder: string): Promise<string> {
  const panel = page.getByRole('region', { name: holder });
  await panel.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
  await panel.getByLabel('Nhập lại mật khẩu').fill(PASSPHRASE);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Lưu tệp khóa' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  await panel.getByLabel('Mật khẩu của tệp khóa').last().fill(PASSPHRASE);
  await panel.locator('input[type=file]').setInputFiles(jsonFile('khoa.json', text));
  await panel.getByText('Đã mở thử được').waitFor();
  return text;
}

export function jsonFile(name: string, text: string) {
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** Pastes a text with numbers into the draft. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await page.getByRole('button', { name: 'Dán nhiều số' }).click();
  await page.getByLabel('Dán văn bản bất kỳ').fill(text);
  await page.getByLabel('Loại').fill('gia-danh-cong-an');
  await page.getByLabel('Kẻ gọi tự xưng là ai').fill('Tự xưng công an, đòi chuyển tiền.');
  await page.getByLabel('Đường dẫn nguồn tin').fill('https://congan.example.gov.vn/canh-bao');
  await page.getByLabel('Lý do thay đổi').fill('Đơn của người dân');
  await page.getByRole('button', { name: /^Thêm \d+ số vào bản nháp$/ }).click();
  await page.getByText(/^Đã đổi \d+ số/).waitFor();
}

/** Signs the draft; ends where the destination is asked for. */
export async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Xem lại và công bố/ }).click();
  await page.getByRole('button', { name: 'Ký và công bố' }).click();
  await page.getByLabel('Cách đưa lên').waitFor();
}

/** Publishes what is signed to a WebDAV server. */
export async function publish(page: Page, address: string): Promise<void> {
  await page.getByLabel('Cách đưa lên').selectOption('dav');
  await page.getByLabel('Địa chỉ để ghi').fill(address);
  await page.getByLabel('Tên đăng nhập').fill(LOGIN.user);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LOGIN.password);
  await page.getByLabel('Địa chỉ mà trình duyệt đọc').fill(address);
  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
}

export { expect };
