/** Evidence: begun on a page, cropped, kept, searched, deleted and brought back, exported and read back. */
import { readFileSync } from 'node:fs';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readExport } from '../../lib/report/evidence/read-export';
import { readZip } from '../../lib/report/zip/read-zip';
import { CHROME_BUILD } from './support/extension';
import { announced, markLiveRegions } from './support/accessibility-tree';
import { addMany } from './support/evidence';
import { SCAM } from './support/messages';
import { lookName, LOOKS, TAG } from './support/looks';
import { lookThrough, oneBrowser } from './support/one-browser';

/** A press on the toolbar gives activeTab, which cannot be pressed here: this copy may photograph every page. */
const build = mkdtempSync(join(tmpdir(), 'canh-giac-evidence-'));
cpSync(CHROME_BUILD, build, { recursive: true });
const file = join(build, 'manifest.json');
const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
manifest.host_permissions.push('<all_urls>');
writeFileSync(file, JSON.stringify(manifest));

const one = oneBrowser(['mail.google.com'], { extension: build });
test.afterAll(() => rmSync(build, { recursive: true, force: true }));
test.describe.configure({ mode: 'serial' });

async function exported(page: Page): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Xuất các mục này ra tệp .zip' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^canh-giac-chung-cu-\d{4}-\d\d-\d\d\.zip$/);
  return new Uint8Array(readFileSync(await download.path()));
}

test('a unit of a page: the picture is kept only as cropped, the address without query, hashes right', async () => {
  const { context } = one.browser;
  const mail = await context.newPage();
  await mail.goto('https://mail.google.com/gmail?token=k3y#inbox/1');
  const worker = await one.browser.worker();
  const tab = await worker.evaluate<{ id: number }>(
    `chrome.tabs.query({ url: 'https://mail.google.com/*' }).then(([tab]) => tab)`,
  );
  const popup = await one.open(`popup.html?tab=${tab.id}`);
  const save = popup.getByRole('button', { name: /^Lưu làm chứng cứ: / });
  await save.waitFor();
  // As a popup it would lie over the page; as a tab it must not be the one that is photographed.
  await mail.bringToFront();
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    save.evaluate((button) => (button as HTMLButtonElement).click()),
  ]);
  await expect(page.getByRole('heading', { name: 'Lưu chứng cứ này?' })).toBeVisible();
  await expect(page.getByText('Trang: https://mail.google.com/gmail', { exact: true })).toBeVisible();
  const whole = page.getByRole('img', { name: 'Ảnh chụp trang' });
  const width = await whole.evaluate((image) => (image as HTMLImageElement).naturalWidth);
  // By keyboard: the right edge to one half.
  await page.getByLabel('Cạnh phải').focus();
  for (let turn = 0; turn < 50; turn++) await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Giữ phần đã chọn' }).click();
  const part = page.getByRole('img', { name: 'Phần ảnh sẽ lưu' });
  expect(await part.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(
    Math.round(width / 2),
  );
  await page.getByLabel('Ghi chú của bạn').fill('Gọi lúc 9 giờ');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();

  const { data, files } = await readExport(await exported(page));
  expect(data.records).toHaveLength(1);
  const [record] = data.records;
  expect(record).toMatchObject({
    source: 'popup',
    notes: 'Gọi lúc 9 giờ',
    page: 'https://mail.google.com/gmail',
  });
  expect(record?.verdict.level).toBe('danger');
  expect(record?.parts.map(({ kind, type }) => [kind, type])).toEqual([['screenshot', 'image/png']]);
  // Width of the PNG itself: nothing of the other half is in the file.
  const png = files.get(record?.parts[0]?.id ?? '');
  expect(png && new DataView(png.buffer).getUint32(16)).toBe(Math.round(width / 2));
  expect(JSON.stringify(data)).not.toContain('k3y');
  expect(await page.evaluate('chrome.storage.session.get("evidence-draft")')).toEqual({});
  await page.close();
  await popup.close();
  await mail.close();
});

test('selected text from the context menu; a recording is added; search, delete, undo, and gone for good', async () => {
  const { context } = one.browser;
  const worker = await one.browser.worker();
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    worker.evaluate(
      `chrome.contextMenus.onClicked.dispatch(${JSON.stringify({ menuItemId: 'save-evidence', selectionText: SCAM })})`,
    ),
  ]);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('2 chứng cứ')).toBeVisible();
  const first = page.locator('.evidence-item').first();
  await first.getByLabel('Thêm ghi âm hoặc hình ảnh').setInputFiles({
    name: 'cuộc gọi.mp3',
    mimeType: 'audio/mpeg',
    buffer: Buffer.from('not really a recording'),
  });
  await expect(first.getByText('cuộc gọi.mp3')).toBeVisible();
  await page.getByLabel('Tìm trong chữ').fill('cuoc goi');
  await expect(page.getByText('1 chứng cứ')).toBeVisible();
  await page.getByLabel('Tìm trong chữ').fill('');
  await markLiveRegions(page);
  await first.getByRole('button', { name: 'Xóa' }).click();
  await expect(page.getByText('Đã xóa. Sau 10 phút sẽ xóa hẳn.')).toBeVisible();
  expect(await announced(page)).toContain('1 chứng cứ');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('2 chứng cứ')).toBeVisible();
  await first.getByRole('button', { name: 'Xóa' }).click();
  await expect(page.getByText('1 chứng cứ')).toBeVisible();
  // Eleven minutes later, with the page opened anew.
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 11 * 60_000;
  });
  await page.reload();
  await expect(page.locator('.evidence-item')).toHaveCount(1);
  const left = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('canh-giac-evidence');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('parts').objectStore('parts').getAllKeys();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result.length);
          };
        };
      }),
  );
  expect(left).toBe(1);
  await page.close();
});

test('from a private window only after an explicit yes', async () => {
  const page = await one.open('evidence.html');
  const worker = await one.browser.worker();
  const stored = `chrome.storage.session.get('evidence-draft')`;
  await Promise.all([
    one.browser.context.waitForEvent('page').then((draft) => draft.close()),
    worker.evaluate(
      `chrome.contextMenus.onClicked.dispatch({ menuItemId: 'save-evidence', selectionText: 'riêng tư' }, { incognito: true })`,
    ),
  ]);
  await expect(page.getByText('Đoạn này ở cửa sổ riêng tư.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lưu', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Không lưu' }).click();
  await expect(page.getByText('Đoạn này ở cửa sổ riêng tư.')).toHaveCount(0);
  expect(await worker.evaluate(stored)).toEqual({});
  await expect(page.locator('.evidence-item')).toHaveCount(1);
  await page.close();
});

test('a full device is said before anything is written', async () => {
  const page = await one.open('evidence.html');
  // The browser's own quota cannot be made small for an extension with unlimited storage: its answer stands in.
  await page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({ quota: 100 * 1024 * 1024, usage: 82 * 1024 * 1024 });
  });
  await page.reload();
  await expect(page.getByText(/Máy sắp hết chỗ: chỉ còn khoảng \d MB/)).toBeVisible();
  const add = page.getByLabel('Thêm ghi âm hoặc hình ảnh');
  await add.setInputFiles({ name: 'dài.mp3', mimeType: 'audio/mpeg', buffer: Buffer.alloc(3 * 1024 * 1024) });
  await expect(page.getByText('Máy không đủ chỗ để lưu. Chưa có gì được ghi.')).toBeVisible();
  await expect(page.getByText('dài.mp3')).toHaveCount(0);
  await page.close();
});

test('twenty units with pictures (5 MB): exported, read back, hashes right; a changed picture stops the export', async () => {
  const page = await one.open('evidence.html');
  const digests = await addMany(page, 20, 256 * 1024);
  await page.reload();
  await expect(page.getByText('21 chứng cứ')).toBeVisible();
  const zip = await exported(page);
  const { data, files } = await readExport(zip);
  expect(data.records).toHaveLength(21);
  expect(data.records.flatMap(({ parts }) => parts.map(({ sha256 }) => sha256))).toEqual(
    expect.arrayContaining(digests),
  );
  expect(files.size).toBe(21);
  const html = new TextDecoder().decode(
    readZip(zip, { entries: 100, bytes: 1e8 }, (name) => name === 'bao-cao.html').get('bao-cao.html'),
  );
  expect(html.match(/<section>/g)).toHaveLength(21);

  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('canh-giac-evidence');
        opening.onsuccess = () => {
          const tx = opening.result.transaction('parts', 'readwrite');
          const keys = tx.objectStore('parts').getAllKeys();
          keys.onsuccess = () => tx.objectStore('parts').put(new Blob(['other']), keys.result[0]);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.getByRole('button', { name: 'Xuất các mục này ra tệp .zip' }).click();
  await expect(page.getByText('Một tệp không còn như lúc lưu. Chưa xuất.')).toBeVisible();
  await page.close();
});

for (const look of LOOKS) {
  test(`screens of evidence: ${lookName(look)}`, { tag: TAG }, async () => {
    // The draft of a call has no picture; a picture is set by hand.
    const worker = await one.browser.worker();
    await Promise.all([
      one.browser.context.waitForEvent('page').then((draft) => draft.close()),
      worker.evaluate(
        `chrome.contextMenus.onClicked.dispatch(${JSON.stringify({ menuItemId: 'save-evidence', selectionText: SCAM })})`,
      ),
    ]);
    await worker.evaluate(`(async () => {
      const { 'evidence-draft': draft } = await chrome.storage.session.get('evidence-draft');
      const canvas = new OffscreenCanvas(400, 200);
      canvas.getContext('2d').fillRect(20, 20, 100, 50);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      const screenshot = 'data:image/png;base64,' + btoa(String.fromCharCode(...bytes));
      await chrome.storage.session.set({ 'evidence-draft': { ...draft, screenshot } });
    })()`);
    const faults = await lookThrough(one, look, [
      {
        name: 'evidence',
        path: 'evidence.html',
        prepare: (page) => page.locator('.crop').waitFor(),
      },
    ]);
    expect(faults).toEqual([]);
  });
}
