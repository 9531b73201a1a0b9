/** Evidence at the size of a bad year: 200 units with pictures, 50 MB. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readExport } from '../../lib/report/evidence/read-export';
import { addMany } from '../browser/support/evidence';
import { oneBrowser } from '../browser/support/one-browser';

const UNITS = 200;
const PICTURE = 256 * 1024;
const one = oneBrowser();

test('200 units with pictures (50 MB): listed, searched, exported, read back, every hash right', async () => {
  const page = await one.open('evidence.html');
  const digests = await addMany(page, UNITS, PICTURE);
  await page.reload();
  await expect(page.getByText(`${UNITS} chứng cứ`)).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('Tìm trong chữ').fill('tin nhắn số 199');
  await expect(page.getByText('1 chứng cứ')).toBeVisible();
  await page.getByLabel('Tìm trong chữ').fill('');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 240_000 }),
    page.getByRole('button', { name: 'Xuất các mục này ra tệp .zip' }).click(),
  ]);
  const zip = new Uint8Array(readFileSync(await download.path()));
  expect(zip.length).toBeGreaterThan(UNITS * PICTURE);
  // readExport checks every text and file against its SHA-256; here a second implementation does so too.
  const { data, files } = await readExport(zip);
  expect(data.records).toHaveLength(UNITS);
  const found = [...files.values()].map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  expect(found.sort()).toEqual(digests.sort());
  console.log(`evidence: ${UNITS} units, archive of ${(zip.length / 1024 / 1024).toFixed(1)} MB`);
});
