/** A feed that is there already, as .zip with the key file of its holder: for tests of what comes after the ceremony. */
import { zipSync } from 'fflate';
import type { Page } from '@playwright/test';
import {
  emptyContent,
  firstPublication,
  makeKeys,
  type KeyPlan,
  type MadeKey,
} from '../../../lib/admin/keys/ceremony';
import { holderFile } from '../../../lib/admin/keys/holder-file';
import type { FeedContent } from '../../../lib/lists/publish/content';
import type { Files } from '../../../lib/lists/publish/proposal';
import { EDITOR, jsonFile, PASSPHRASE } from './console';

export interface ReadyFeed {
  readonly files: Files;
  readonly fingerprint: string;
  readonly keys: readonly MadeKey[];
}

const NAME = { vi: 'Danh sách có sẵn', en: 'A list that is there' };

/** One person holds all keys. `now`: when it was signed, milliseconds since 1970. */
export async function readyFeed(
  content: Partial<FeedContent> = {},
  now = Date.now() - 3_600_000,
): Promise<ReadyFeed> {
  const one = { holders: [EDITOR], threshold: 1 };
  const plan: KeyPlan = { root: one, targets: one, snapshot: one, timestamp: one };
  const keys = await makeKeys(plan);
  const info = { format: 1 as const, version: '2026.11.1', published: '2026-11-01', name: NAME };
  return { keys, ...(await firstPublication(plan, keys, { ...emptyContent(info), ...content }, now)) };
}

/** Opens it in the console by its .zip. */
export async function openReady(page: Page, { files }: ReadyFeed): Promise<void> {
  const buffer = Buffer.from(zipSync(Object.fromEntries(files)));
  await page
    .getByLabel('Mở tệp .zip')
    .setInputFiles({ name: 'nguon.zip', mimeType: 'application/zip', buffer });
  // The desk's own heading: the start page may list feeds of the same name for a moment.
  await page.getByRole('heading', { level: 1, name: NAME.vi }).waitFor();
}

/** Loads the keys of its holder into the console; `told`: what it says of them. */
export async function loadKeys(
  page: Page,
  { keys }: ReadyFeed,
  told = `có trên máy này: ${EDITOR}`,
): Promise<void> {
  const text = await holderFile(keys, NAME.vi, new Date().toISOString(), PASSPHRASE);
  await page.getByRole('button', { name: 'Khóa ký' }).click();
  await page.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
  await page.locator('input[type=file]').setInputFiles(jsonFile('khoa.json', text));
  await page.getByText(told).first().waitFor();
}
