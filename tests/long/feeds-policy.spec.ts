/** Feeds and settings by an organisation's policy in a real Chromium. Writes below /etc/chromium, so it must run as root. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { expectPolicy, somePolicy } from '../browser/feed-cases/policy';
import { CHROME_BUILD } from '../browser/support/extension';
import { test } from '../browser/support/feeds';
import { launch } from '../../scripts/browser/launch';

const FOLDER = '/etc/chromium/policies/managed';

test('feeds and settings of the policy are in force, locked, and named as the organisation’s; a malformed feed is counted', async ({
  nginx,
  extension,
}) => {
  const extensions = { [extension.extensionId]: await somePolicy(nginx) };
  const file = `${FOLDER}/canh-giac-test-${extension.extensionId}.json`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions } }));
  const browser = await launch({ extension: CHROME_BUILD });
  try {
    expect(browser.extensionId).toBe(extension.extensionId);
    const page = await browser.context.newPage();
    await page.goto(browser.pageUrl('options.html'));
    await expectPolicy(page);
  } finally {
    await browser.close();
    rmSync(file, { force: true });
  }
});
