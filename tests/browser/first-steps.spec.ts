/** Options and marks; how these pages, welcome and quiz look. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { ExtensionWorld } from '../../scripts/browser/extension-world';
import { addMany } from './support/evidence';
import { lookName, LOOKS, TAG } from './support/looks';
import { lookThrough, oneBrowser, violations } from './support/one-browser';
import { SCAM } from './support/messages';

const one = oneBrowser(['mail.google.com']);
test.describe.configure({ mode: 'serial' });

const settings = (page: Page) =>
  page.evaluate<Record<string, unknown>>(
    `chrome.storage.local.get('settings').then(({ settings }) => settings ?? {})`,
  );

async function mailTab(): Promise<{ page: Page; world: ExtensionWorld; tabId: number }> {
  const page = await one.browser.context.newPage();
  const world = await ExtensionWorld.open(page, one.browser.extensionId);
  await page.goto('https://mail.google.com/gmail');
  const worker = await one.browser.worker();
  const tabId = await worker.evaluate<number>(
    `chrome.tabs.query({ url: 'https://mail.google.com/*' }).then((tabs) => tabs.at(-1).id)`,
  );
  return { page, world, tabId };
}

test('marks: not a scam hides at once and takes back, a scam is danger at once; both on this device only', async () => {
  const { page, world, tabId } = await mailTab();
  await world.waitFor(`root?.querySelector('[role="dialog"]')`);
  const popup = await one.open(`popup.html?tab=${tabId}`);
  await popup.getByText('Lý do và số điện thoại').first().click();
  await popup.getByRole('button', { name: 'Không phải lừa đảo' }).click();
  await expect(popup.getByText('Đã ẩn')).toBeVisible();
  await world.waitFor(`!root?.querySelector('.chip')`);
  // The same message read anew stays hidden.
  await page.reload();
  await world.waitFor(
    `[...(globalThis[Symbol.for('canh-giac.session')]?.units.values() ?? [])].some((unit) => unit.hidden)`,
  );
  await expect(popup.getByText('Đã ẩn')).toBeVisible();
  await popup.getByRole('button', { name: /^Hoàn tác/ }).click();
  await world.waitFor(`root?.querySelector('.chip.level-danger')`);

  const box = popup.getByLabel('Tra một số hoặc dán lời nhắn');
  await box.fill('Chiều nay họp ở phòng 302 nhé.');
  const result = popup.locator('.check-result');
  await expect(result).toHaveClass(/level-none/);
  await result.getByRole('button', { name: 'Đây là lừa đảo' }).click();
  await expect(result).toHaveClass(/level-danger/);
  await expect(result.getByText('Bạn đã đánh dấu đoạn này là lừa đảo.')).toBeVisible();
  await popup.reload();
  await box.fill('Chiều nay họp ở phòng 302 nhé.');
  await expect(result).toHaveClass(/level-danger/);
  await result.getByRole('button', { name: 'Bỏ đánh dấu' }).click();
  await expect(result).toHaveClass(/level-none/);
  await box.fill(SCAM);
  await expect(result).toHaveClass(/level-danger/);
  await result.getByRole('button', { name: 'Không phải lừa đảo' }).click();
  await expect(result.getByText('Bạn đã đánh dấu: không phải lừa đảo.')).toBeVisible();
  // The verdict itself is not talked down.
  await expect(result).toHaveClass(/level-danger/);
  await popup.close();
  await page.close();
});

test('options: a site is switched off, sensitivity, looks and badge are kept; marks go out as CSV', async () => {
  const options = await one.open('options.html');
  await options.getByLabel('mail.google.com').uncheck();
  await expect.poll(async () => (await settings(options)).sitesOff).toEqual(['mail.google.com']);
  const { page, world } = await mailTab();
  await page.waitForLoadState('load');
  // The watcher has asked and ended by the time that a second question is answered.
  await expect
    .poll(() => world.evaluate(`globalThis[Symbol.for('canh-giac.session')]?.signal.aborted`))
    .toBe(true);
  await options.getByLabel('mail.google.com').check();
  await page.reload();
  await world.waitFor(`root?.querySelector('[role="dialog"]')`);
  await page.close();

  await options.getByLabel('Nhiều').check();
  await options.getByLabel('Tối').check();
  await expect(options.locator('html')).toHaveAttribute('data-appearance', 'dark');
  await expect
    .poll(() => options.evaluate(() => getComputedStyle(document.body).backgroundColor))
    .toBe('rgb(29, 32, 36)');
  await options.getByLabel('Hiện số cảnh báo ở nút Cảnh Giác').uncheck();
  await expect
    .poll(() => settings(options))
    .toMatchObject({ sensitivity: 'watchful', appearance: 'dark', badge: false });
  // The example that stands at the step is warned of now.
  const example = await options
    .getByText(/Từ mức này có cảnh báo/)
    .last()
    .innerText();
  const popup = await one.open('popup.html');
  await popup.getByLabel('Tra một số hoặc dán lời nhắn').fill(/“(.*)”/.exec(example)?.[1] ?? '');
  await expect(popup.locator('.check-result')).toHaveClass(/level-caution/);
  await popup.close();

  const [table] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Xuất các đánh dấu (CSV)' }).click(),
  ]);
  expect(readFileSync(await table.path(), 'utf8')).toMatch(
    /^\ufeff"at","mark","level","text"\r\n"[^"]+","not-scam","danger","Tôi là/,
  );
  await options.close();
});

test('options: settings go out and come back, a wrong file changes nothing, erasing asks once more', async () => {
  const options = await one.open('options.html');
  const before = await settings(options);
  const [file] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Xuất cài đặt' }).click(),
  ]);
  const json = readFileSync(await file.path());
  const choose = (buffer: Buffer) =>
    options
      .getByLabel('Nhập cài đặt từ tệp')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
  await options.getByRole('button', { name: 'Về cài đặt ban đầu' }).click();
  expect(await settings(options)).toEqual(before);
  await options.getByRole('button', { name: 'Xóa hẳn' }).click();
  await expect(options.getByText('Đã xóa.')).toBeVisible();
  expect(await settings(options)).toEqual({});
  await choose(Buffer.from('{"format":"canh-giac-settings","version":1,"settings":{"language":"fr"}}'));
  await expect(options.getByText('Tệp này không phải tệp cài đặt')).toBeVisible();
  expect(await settings(options)).toEqual({});
  await choose(json);
  await expect(options.getByText('Đã lưu.')).toBeVisible();
  expect(await settings(options)).toMatchObject(before);
  await options.close();
});

test('options: marks and evidence are erased after a second yes, each alone', async () => {
  const options = await one.open('options.html');
  await options.evaluate(
    `chrome.runtime.sendMessage({ name: 'mark-text', args: { text: 'Chiều nay họp nhé.', kind: 'scam' } })`,
  );
  await addMany(options, 2, 1_000);
  const left = () =>
    options.evaluate<number[]>(`new Promise((resolve) => {
      const opening = indexedDB.open('canh-giac-evidence');
      opening.onsuccess = () => {
        const db = opening.result;
        const tx = db.transaction(['records', 'parts', 'marks']);
        const counts = ['records', 'parts', 'marks'].map((name) => tx.objectStore(name).count());
        tx.oncomplete = () => { db.close(); resolve(counts.map(({ result }) => result)); };
      };
    })`);
  const [, , marks = 0] = await left();
  expect(marks).toBeGreaterThan(0);
  await options.getByRole('button', { name: 'Xóa mọi chứng cứ' }).click();
  expect(await left()).toEqual([2, 2, marks]);
  await options.getByRole('button', { name: 'Giữ lại' }).click();
  expect(await left()).toEqual([2, 2, marks]);
  await options.getByRole('button', { name: 'Xóa mọi chứng cứ' }).click();
  await options.getByRole('button', { name: 'Xóa hẳn' }).click();
  await expect.poll(left).toEqual([0, 0, marks]);
  await options.getByRole('button', { name: 'Xóa các đánh dấu' }).click();
  await options.getByRole('button', { name: 'Xóa hẳn' }).click();
  await expect.poll(left).toEqual([0, 0, 0]);
  await options.close();
});

test('options: what the policy sets is shown locked with its owner', async () => {
  const worker = await one.browser.worker();
  const options = await one.open('options.html');
  // A machine's policy cannot be set here: its last word, as the worker keeps it, stands in. The browser's own answer
  // may come seconds after the start and take it away once.
  await expect(async () => {
    await worker.evaluate(
      `chrome.storage.local.set({ 'settings-policy': { owner: 'Sở KH&CN', settings: { sensitivity: 'usual', badge: true } } })`,
    );
    // Any change has the worker read what is stored anew.
    await options.evaluate(
      `chrome.runtime.sendMessage({ name: 'settings', args: { change: { badge: false } } })`,
    );
    await options.reload();
    await expect(options.getByText('Do Sở KH&CN đặt.').first()).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(options.getByLabel('Nhiều')).toBeDisabled();
  await expect(options.getByLabel('Vừa')).toBeChecked();
  await options.close();
});

test('axe sees a planted fault on the options page', async () => {
  const page = await one.open('options.html');
  await page.getByText('Mức cảnh báo').first().waitFor();
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  expect(await violations(page)).toEqual([expect.stringContaining('button-name')]);
  await page.close();
});

for (const look of LOOKS) {
  test(`screens of options, welcome and quiz: ${lookName(look)}`, { tag: TAG }, async () => {
    // Looks as on the first day: the tests before have chosen dark.
    const first = await one.open('options.html');
    await first.evaluate(`chrome.runtime.sendMessage({ name: 'settings', args: { reset: true } })`);
    await first.close();
    const faults = await lookThrough(one, look, [
      { name: 'options', path: 'options.html', prepare: (page) => page.locator('#data').waitFor() },
      { name: 'welcome', path: 'welcome.html' },
      {
        name: 'quiz',
        path: 'quiz.html',
        prepare: (page) => page.locator('.actions .button').first().click(),
      },
    ]);
    expect(faults).toEqual([]);
  });
}
