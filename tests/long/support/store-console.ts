/** Steps of an administrator before an S3-compatible store. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { verifyFeed } from '../../../scripts/feed/verify';
import type { LaunchedBrowser } from '../../../scripts/browser/launch';
import { expect, jsonFile, openConsole, PASSPHRASE, type MadeFeed } from '../../browser/support/console';
import { acceptedByOutsideClient } from '../../browser/support/outside-client';
import type { Store } from './store';

/** A folder in the store's bucket. */
export function folderOf(store: Store, name: string): Store {
  return { ...store, bucket: `${store.bucket}${name}/`, address: `${store.address}${name}/` };
}

/** Publishes what is signed. */
export async function publishTo(page: Page, store: Store): Promise<void> {
  await page.getByLabel('Cách đưa lên').selectOption('s3');
  await page.getByLabel('Địa chỉ để ghi').fill(store.bucket);
  await page.getByLabel('Vùng').fill(store.region);
  await page.getByLabel('Khóa truy cập').fill(store.accessKey);
  await page.getByLabel('Khóa bí mật').fill(store.secretKey);
  await page.getByLabel('Địa chỉ mà trình duyệt đọc').fill(store.address);
  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
}

/** Waits until the console says that it read the feed as a browser does; closes what it says. */
export async function verified(page: Page, oneAtATime: boolean): Promise<void> {
  await expect(page.getByText('Đã đọc lại và kiểm tra')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Máy chủ này không chặn được hai người cùng ghi')).toHaveCount(
    oneAtATime ? 1 : 0,
  );
  await page.getByRole('button', { name: 'Xong' }).click();
}

/** The numbers that browsers get, by their last four digits. */
export async function numbersAt(store: Store, fingerprint: string): Promise<string[]> {
  const { content } = await verifyFeed(store.address, fingerprint);
  return [...(content.reported?.entries.keys() ?? [])].map((number) => number.slice(-4));
}

/** Holds that tuf-js accepts the feed. */
export async function acceptedAt(store: Store): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'canh-giac-root-'));
  try {
    mkdirSync(join(root, 'metadata'));
    const first = await fetch(`${store.address}metadata/1.root.json`);
    writeFileSync(join(root, 'metadata/1.root.json'), await first.text());
    await acceptedByOutsideClient(store.address, root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** A colleague's console: the feed by its address, the same key file. */
export async function openColleague(browser: LaunchedBrowser, store: Store, feed: MadeFeed): Promise<Page> {
  const page = await openConsole(browser, 'Trần Thị Bình');
  await page.getByLabel('Địa chỉ của nguồn').fill(store.address);
  await page.getByLabel('Dấu vân tay').fill(feed.fingerprint);
  await page.getByRole('button', { name: 'Mở theo địa chỉ' }).click();
  await page.getByRole('button', { name: 'Khóa ký' }).click();
  await page.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
  await page.locator('input[type=file]').setInputFiles(jsonFile('khoa.json', feed.keys));
  await expect(page.getByText('có trên máy này: ').first()).toBeVisible();
  return page;
}
