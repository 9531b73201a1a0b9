/** Looking things up from a page: context menu and shortcut lead to the side panel. */
import { expect, test } from '@playwright/test';
import { oneBrowser } from './support/one-browser';
import { SCAM } from './support/messages';

const one = oneBrowser(['mail.google.com']);

/** Fires an event of the browser's own in the worker, as a press of the person would. */
async function fire(event: string, ...args: readonly unknown[]): Promise<void> {
  const worker = await one.browser.worker();
  await worker.evaluate(`chrome.${event}.dispatch(...${JSON.stringify(args)})`);
}

test('context menu and shortcut: selection, link and picture arrive in the panel', async () => {
  const { context } = one.browser;
  const worker = await one.browser.worker();
  for (const id of ['look-up-selection', 'look-up-link', 'look-up-image']) {
    // The worker makes them when the browser tells it that it was installed.
    await expect(() => worker.evaluate(`chrome.contextMenus.update('${id}', {})`)).toPass({
      timeout: 10_000,
    });
  }
  const page = await context.newPage();
  await page.goto('https://mail.google.com/gmail');
  const tab = await worker.evaluate<object>(
    `chrome.tabs.query({ url: 'https://mail.google.com/*' }).then(([tab]) => tab)`,
  );
  const panelAfter = async (act: () => Promise<void>) => {
    // Without a real press Chromium opens no side panel: it comes as a tab.
    const [panel] = await Promise.all([context.waitForEvent('page'), act()]);
    return panel;
  };

  let panel = await panelAfter(() =>
    fire('contextMenus.onClicked', { menuItemId: 'look-up-selection', selectionText: SCAM }, tab),
  );
  await expect(panel.locator('textarea')).toHaveValue(SCAM);
  await expect(panel.locator('textarea')).toBeFocused();
  await expect(panel.locator('.check-result.level-danger')).toBeVisible();
  // The same panel takes what comes next.
  await fire('contextMenus.onClicked', { menuItemId: 'look-up-link', linkUrl: 'tel:0833%20109%20259' }, tab);
  await expect(panel.locator('textarea')).toHaveValue('0833 109 259');
  await expect(panel.getByText('Từng bị phản ánh, ngày 29/7/2025')).toBeVisible();
  await panel.close();

  await page.evaluate(() => {
    const image = new Image();
    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    image.alt = 'Gọi 0833 109 259';
    document.body.append(image);
    const words = document.createElement('p');
    words.textContent = 'vietcombank-vn.top';
    document.body.append(words);
    getSelection()?.selectAllChildren(words);
  });
  panel = await panelAfter(() =>
    fire(
      'contextMenus.onClicked',
      { menuItemId: 'look-up-image', srcUrl: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', frameId: 0 },
      tab,
    ),
  );
  await expect(panel.locator('textarea')).toHaveValue('Gọi 0833 109 259');
  await panel.close();

  panel = await panelAfter(() => fire('commands.onCommand', 'look-up', tab));
  await expect(panel.locator('textarea')).toHaveValue('vietcombank-vn.top');
  await panel.close();
  await page.close();
});

test('every shortcut is given: none is a key that Chromium keeps to itself', async () => {
  const worker = await one.browser.worker();
  const given = await worker.evaluate<Record<string, string>>(
    `chrome.commands.getAll().then((all) => Object.fromEntries(all.map(({ name, shortcut }) => [name, shortcut])))`,
  );
  expect(given).toEqual({
    _execute_action: 'Alt+Shift+H',
    'look-up': 'Alt+Shift+K',
    'open-card': 'Alt+Shift+G',
    'save-evidence': 'Alt+Shift+L',
  });
});
