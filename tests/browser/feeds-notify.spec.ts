/** The notification of new notices: asked for by a real press, one for a new notice, none for what is known. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { putContent } from '../feeds/support/content';
import { directory, follow, withNotice } from './support/directory-feed';
import { CHROME_BUILD, expect } from './support/extension';
import { serve } from './support/feed-publisher';
import { ask } from './support/ask';
import { test } from './support/feeds';

const SWITCH = 'Hiện một dòng báo khi có thông báo mới hoặc được sửa';
const VERSION = '2026.11.26';

/** The build with the permission granted: Chromium without a window shows nobody the question for it. */
const granted = mkdtempSync(join(tmpdir(), 'canh-giac-notify-'));
test.beforeAll(() => {
  cpSync(CHROME_BUILD, granted, { recursive: true });
  const file = join(granted, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  writeFileSync(
    file,
    JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'notifications'] }),
  );
});
test.afterAll(() => rmSync(granted, { recursive: true, force: true }));

const shown = (page: Page) =>
  page.evaluate<string[]>(`chrome.notifications.getAll().then((all) => Object.keys(all))`);

test.describe('where the permission is there', () => {
  test.use({ launchWith: { extension: granted } });

  test('the switch is pressed, a new notice shows one quiet notification, and the next poll none', async ({
    nginx,
    options,
  }) => {
    const first = directory((list) => (list.version = VERSION));
    const { id, repository, content } = await follow(options, nginx, 'notify', ['directory'], {
      'directory.json': first,
    });
    const update = async (version: string, file: string) => {
      putContent(repository, await content(version, { 'directory.json': file }));
      serve(nginx, 'notify', repository);
      await ask(options, 'feed-update', { id });
    };
    // Off: the button is marked, and nothing else.
    await update('2026.11.27', withNotice(VERSION, 'one', 'Thông báo thứ nhất'));
    expect(await ask(options, 'notices', {})).toMatchObject({
      notify: false,
      fresh: [{ title: { vi: 'Thông báo thứ nhất' } }],
    });
    expect(await shown(options)).toEqual([]);

    // One that is over is no news, and its page shows another.
    await update('2026.11.27.2', withNotice(VERSION, 'over', 'Thông báo đã hết', '2026-11-27'));
    expect(await ask(options, 'notices', {})).toMatchObject({ fresh: [] });
    const page = await options.context().newPage();
    await page.goto(options.url().replace('options.html', `notice.html#${id.slice(0, 12)}.over`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Thông báo đã hết')).toHaveCount(0);
    await page.close();

    await options.getByLabel(SWITCH).check();
    await expect.poll(() => ask(options, 'notices', {})).toMatchObject({ notify: true });
    await update('2026.11.28', withNotice(VERSION, 'two', 'Thông báo thứ hai'));
    expect(await shown(options)).toEqual(['notice']);
    await options.evaluate(`chrome.notifications.clear('notice')`);
    // The same notice again, in a newer publication.
    await update('2026.11.29', withNotice(VERSION, 'two', 'Thông báo thứ hai'));
    expect(await shown(options)).toEqual([]);

    await options.getByLabel(SWITCH).uncheck();
    await expect.poll(() => ask(options, 'notices', {})).toMatchObject({ notify: false });
    await update('2026.11.30', withNotice(VERSION, 'three', 'Thông báo thứ ba'));
    expect(await shown(options)).toEqual([]);
  });
});

test('where it is not, the press asks the browser, and the switch stays off until that allows it', async ({
  options,
}) => {
  await options.getByLabel(SWITCH).click();
  // Nobody answers the browser's question.
  await options.waitForTimeout(1_000);
  await expect(options.getByLabel(SWITCH)).not.toBeChecked();
  expect(await ask(options, 'notices', {})).toMatchObject({ notify: false });
});
