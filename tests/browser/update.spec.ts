/** An update of the extension itself: what changed is told once, quietly; what people kept is still there. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch, type LaunchedBrowser } from '../../scripts/browser/launch';
import { addMany } from './support/evidence';
import { CHROME_BUILD } from './support/extension';
import { keptEvidence } from './support/kept-evidence';
import { reload } from './support/reload';

const folder = mkdtempSync(join(tmpdir(), 'canh-giac-update-'));
const extension = join(folder, 'extension');
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

/** The built extension under another version number, in the folder where the browser knows it. */
function buildOf(version: string): void {
  cpSync(CHROME_BUILD, extension, { recursive: true });
  const file = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
}

const CURRENT = (JSON.parse(readFileSync(join(CHROME_BUILD, 'manifest.json'), 'utf8')) as { version: string })
  .version;

async function openPopup(browser: LaunchedBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl('popup.html'));
  await page.getByRole('heading', { name: 'Trên trang này' }).waitFor();
  return page;
}

test('after an update that matters the popup has a line until it is read; evidence and settings are still there', async () => {
  buildOf('0.0.1');
  const browser = await launch({ extension });
  try {
    let page = await openPopup(browser);
    await expect(page.getByText('Cảnh Giác đã lên bản')).toHaveCount(0);
    await page.goto(browser.pageUrl('evidence.html'));
    const digests = await addMany(page, 2, 1_000);
    await page.evaluate(
      `chrome.runtime.sendMessage({ name: 'settings', args: { change: { sensitivity: 'watchful' } } })`,
    );
    buildOf(CURRENT);
    await reload(browser);
    await expect(async () => {
      page = await openPopup(browser);
      await expect(page.getByText(`Cảnh Giác đã lên bản ${CURRENT}.`)).toBeVisible({ timeout: 1_000 });
    }).toPass();
    // No tab jumped up by itself.
    const own = browser.context.pages().map((one) => one.url());
    expect(own.filter((url) => url.startsWith('chrome-extension:') && url !== page.url())).toEqual([]);
    await page.getByRole('button', { name: 'Xem điều đã đổi' }).click();
    await expect(page.getByRole('heading', { name: 'Điều đã đổi' })).toBeFocused();
    await expect(page.getByText('Bảng cảnh báo có thêm nút Lưu làm chứng cứ.')).toBeVisible();
    await page.getByRole('button', { name: 'Quay lại' }).click();
    await expect(page.getByText('Cảnh Giác đã lên bản')).toHaveCount(0);
    page = await openPopup(browser);
    await expect(page.getByText('Cảnh Giác đã lên bản')).toHaveCount(0);

    const kept = await keptEvidence(browser);
    expect(kept.flatMap(({ parts }) => parts.map(({ sha256 }) => sha256)).sort()).toEqual(digests.sort());
    await page.goto(browser.pageUrl('options.html'));
    await expect(page.getByLabel('Nhiều')).toBeChecked();
  } finally {
    await browser.close();
  }
});
