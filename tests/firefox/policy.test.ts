/** Feeds and settings by an organisation's policy in a real Firefox, as docs/managed-policy.md says; and their end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchFirefox, type LaunchedFirefox } from '../../scripts/browser/firefox';
import { until } from '../../scripts/browser/until';
import { isReported, reopen } from '../browser/feed-cases/case';
import { expectPolicy, OF_POLICY, somePolicy } from '../browser/feed-cases/policy';
import { feedsOf } from '../browser/support/ask';
import { startNginx } from '../browser/support/nginx';
import { FIREFOX_BUILD } from './support/firefox';
import { firefoxWithPolicy } from './support/with-policy';

test('the policy is in force, locked, and named as the organisation’s; once it is withdrawn, all is the person’s again', async () => {
  const nginx = await startNginx();
  const { program, withdraw, close } = firefoxWithPolicy(await somePolicy(nginx));
  const profile = mkdtempSync(join(tmpdir(), 'canh-giac-policy-'));
  const start = () => launchFirefox({ extension: FIREFOX_BUILD, hosts: [], port: 9, program, profile });
  let firefox: LaunchedFirefox | undefined;
  try {
    firefox = await start();
    await expectPolicy(await firefox.openOwn('options.html'));
    await firefox.close();
    withdraw();
    firefox = await start();
    const page = await firefox.openOwn('options.html');
    await until(async () => (await feedsOf(page)).feeds.length === 0, 'the feed to be gone');
    expect((await feedsOf(page)).policyFaults).toBe(0);
    expect(await isReported(page)).toBe(false);
    await reopen(page);
    await until(() => page.evaluate(`document.querySelector('.add-feed') !== null`), 'the options');
    expect(await page.evaluate(`document.body.innerText.includes(${JSON.stringify(OF_POLICY)})`)).toBe(false);
    expect(await page.evaluate(`document.querySelectorAll(':disabled').length`)).toBe(0);
  } finally {
    await firefox?.close();
    close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    await nginx.close();
  }
}, 60_000);
