/** What fails in the background while no page waits for the answer is told by popup, panel and options, with what to do. */
import { expect, test } from './support/extension';
import { SCAM } from './support/messages';
import type { LaunchedBrowser } from '../../scripts/browser/launch';

/** Fires an event of the browser's own in the worker, as a press of the person would. */
async function fire(browser: LaunchedBrowser, event: string, ...args: readonly unknown[]): Promise<void> {
  await (await browser.worker()).evaluate(`chrome.${event}.dispatch(...${JSON.stringify(args)})`);
}

test('evidence from the context menu that cannot be kept: the popup opens and says so, until it was read', async ({
  extension,
}) => {
  const worker = await extension.worker();
  await worker.evaluate(`chrome.storage.session.set = () => Promise.reject(new Error('planted'))`);
  await fire(extension, 'contextMenus.onClicked', { menuItemId: 'save-evidence', selectionText: SCAM });
  // The popup itself is no page for Playwright: that it is there is asked of the browser, its page is opened in a tab.
  await expect
    .poll(() =>
      worker.evaluate<number>(`Promise.all([
        chrome.runtime.getContexts({ contextTypes: ['POPUP'] }),
        chrome.tabs.query({ url: chrome.runtime.getURL('popup.html*') }),
      ]).then(([shown, tabs]) => shown.length + tabs.length)`),
    )
    .toBe(1);
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl('popup.html'));
  // The planted fault may hit what else the worker keeps there: only this trouble is meant.
  const told = popup
    .getByRole('status')
    .locator('.trouble', { hasText: 'Chưa lưu được phần bạn vừa chọn làm chứng cứ.' });
  await expect(told).toBeVisible();
  await expect(told).not.toContainText(/Error|quota/i);
  await told.getByRole('button', { name: 'Đã đọc' }).click();
  await expect(told).toHaveCount(0);
  await popup.reload();
  await expect(popup.getByLabel('Tra một số hoặc dán lời nhắn')).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('a selection that the browser keeps to itself: the panel that opens says so', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto('chrome://version');
  const tab = await (
    await extension.worker()
  ).evaluate(`chrome.tabs.query({ active: true }).then((tabs) => tabs.at(-1))`);
  const [panel] = await Promise.all([
    extension.context.waitForEvent('page'),
    fire(extension, 'commands.onCommand', 'look-up', tab),
  ]);
  const told = panel.getByRole('status').filter({ hasText: 'Chưa đọc được phần bạn vừa chọn để tra.' });
  await expect(told).toBeVisible();
  // What goes well after all is no trouble any more.
  await fire(extension, 'contextMenus.onClicked', { menuItemId: 'look-up-selection', selectionText: SCAM });
  await expect(panel.locator('textarea')).toHaveValue(SCAM);
  await expect(told).toHaveCount(0);
});

test('what nobody began is kept for the options: an update of the lists, pages that were not judged', async ({
  extension,
  open,
}) => {
  const options = await extension.context.newPage();
  await options.goto(extension.pageUrl('options.html'));
  const told = (text: string) => options.getByRole('status').filter({ hasText: text });
  const worker = await extension.worker();
  await worker.evaluate(`{
    globalThis.create = chrome.alarms.create;
    chrome.alarms.create = () => { throw new Error('planted') };
    globalThis.digest = crypto.subtle.digest.bind(crypto.subtle);
    crypto.subtle.digest = () => Promise.reject(new Error('planted'));
    chrome.alarms.onAlarm.dispatch({ name: 'feeds' });
  }`);
  await expect(told('Lần cập nhật danh sách gần đây chưa xong.')).toBeVisible();
  const { world } = await open('https://mail.google.com/gmail');
  await expect(told('Có trang chưa được kiểm tra hết.')).toBeVisible();
  await worker.evaluate(`{
    chrome.alarms.create = globalThis.create;
    crypto.subtle.digest = globalThis.digest;
    chrome.alarms.onAlarm.dispatch({ name: 'feeds' });
  }`);
  // The watcher asks again by itself.
  await world.waitFor(`root?.querySelector('.chip')`);
  await expect(options.locator('.trouble')).toHaveCount(0);
});

test('a toolbar button that cannot be drawn is told until it can; a tab that closed has none', async ({
  extension,
  open,
}) => {
  const options = await extension.context.newPage();
  await options.goto(extension.pageUrl('options.html'));
  const told = (text: string) => options.getByRole('status').filter({ hasText: text });
  const worker = await extension.worker();
  await worker.evaluate(`{
    globalThis.setIcon = chrome.action.setIcon.bind(chrome.action);
    // Of a tab alone: what is drawn for all tabs at the start may come as late as this on a busy machine.
    chrome.action.setIcon = (details) =>
      details.tabId === undefined
        ? setIcon(details)
        : new Promise((_, reject) => {
            globalThis.refuse = () => reject(new Error('planted'));
          });
  }`);
  const asked = () => worker.evaluate<boolean>(`'refuse' in globalThis`);
  const { page } = await open('https://mail.google.com/gmail');
  await expect.poll(asked).toBe(true);
  await page.close();
  await worker.evaluate(`new Promise((resolve) => {
    const get = chrome.tabs.get.bind(chrome.tabs);
    chrome.tabs.get = (id) => get(id).finally(() => setTimeout(resolve));
    refuse();
  })`);
  // Troubles are kept in the order in which they come: once the second is told, the first would be.
  await worker.evaluate(`{
    chrome.alarms.create = () => { throw new Error('planted') };
    chrome.alarms.onAlarm.dispatch({ name: 'feeds' });
  }`);
  await expect(told('Lần cập nhật danh sách gần đây chưa xong.')).toBeVisible();
  const button = told('Nút Cảnh Giác trên thanh công cụ có thể chưa hiện đúng');
  await expect(button).toHaveCount(0);

  await worker.evaluate(`chrome.action.setIcon = () => Promise.reject(new Error('planted'))`);
  const gmail = await open('https://mail.google.com/gmail');
  await expect(button).toBeVisible();
  await worker.evaluate(`chrome.action.setIcon = globalThis.setIcon`);
  await gmail.page.reload();
  await expect(button).toHaveCount(0);
});

test('a press in the card that comes to nothing is told in the card', async ({ extension, open }) => {
  const { world } = await open('https://mail.google.com/gmail');
  await world.waitFor(`root?.querySelector('.card .button.primary')`);
  await (await extension.worker()).evaluate(`chrome.tabs.create = () => { throw new Error('planted') }`);
  await world.click('.card .button.primary');
  await expect
    .poll(() => world.evaluate(`root.querySelector('.card-outcome').textContent`))
    .toMatch(/^Việc vừa bấm chưa làm được\./);
});
