/** Feeds and settings by an organisation's policy in a real Chromium. Writes below /etc/chromium, so it must run as root. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { contentOf, entryOf } from '../feeds/support/content';
import { CHROME_BUILD } from '../browser/support/extension';
import { fingerprintOf, MAKERS, serve } from '../browser/support/feed-publisher';
import { feedsOf, test } from '../browser/support/feeds';
import { launch } from '../../scripts/browser/launch';

const FOLDER = '/etc/chromium/policies/managed';

test('feeds and settings of the policy are in force, locked, and named as the organisation’s; a malformed feed is counted', async ({
  nginx,
  extension,
}) => {
  const make = MAKERS['our publisher'];
  if (!make) throw new Error('no maker');
  const repository = await make(
    Date.now() - 3_600_000,
    await contentOf('2026.11.25', [entryOf('+842920000555')]),
  );
  serve(nginx, 'policy', repository);
  const good = { address: `${nginx.address}policy/`, fingerprint: fingerprintOf(repository) };
  const policy = {
    '3rdparty': {
      extensions: {
        [extension.extensionId]: {
          owner: 'Sở mẫu',
          settings: { sensitivity: 'quiet', badge: false },
          feeds: [good, { address: 'http://example.test/', fingerprint: 'x' }],
        },
      },
    },
  };
  const file = `${FOLDER}/canh-giac-test-${extension.extensionId}.json`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, JSON.stringify(policy));
  const browser = await launch({ extension: CHROME_BUILD });
  try {
    expect(browser.extensionId).toBe(extension.extensionId);
    const page = await browser.context.newPage();
    await page.goto(browser.pageUrl('options.html'));
    await expect(page.getByText('Do tổ chức của bạn đặt, không đổi được ở đây.')).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByText('Chính sách của tổ chức có 1 nguồn ghi sai.')).toBeVisible();
    // The settings of the policy are in force and shown locked with its owner; the others are the person's.
    await page.reload();
    await expect(page.getByText('Do Sở mẫu đặt. Bạn không đổi được ở đây.')).toHaveCount(2);
    await expect(page.getByLabel('Ít')).toBeChecked();
    await expect(page.getByLabel('Ít')).toBeDisabled();
    await expect(page.getByLabel('Hiện số cảnh báo ở nút Cảnh Giác')).toBeDisabled();
    await expect(page.getByLabel('Tự mở bảng giải thích khi nguy hiểm')).toBeEnabled();
    await expect(page.locator('.feed-fresh')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Bỏ nguồn/ })).toHaveCount(0);
    expect((await feedsOf(page)).feeds).toMatchObject([{ origin: 'policy', state: 'fresh', entries: 1 }]);
  } finally {
    await browser.close();
    rmSync(file, { force: true });
  }
});
