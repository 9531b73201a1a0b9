/** The toolbar button of a tab: level and count in number, shape and words, gone again when all is hidden. */
import type { Worker } from '@playwright/test';
import { expect, test } from './support/extension';

const TITLES: Readonly<Record<string, RegExp>> = {
  danger: /^Cảnh Giác: (\d+) chỗ nguy hiểm trên trang này$/,
  caution: /^Cảnh Giác: (\d+) chỗ cần để ý trên trang này$/,
  notice: /^Cảnh Giác: (\d+) chỗ nói về lừa đảo trên trang này$/,
};
const REPORT = `globalThis[Symbol.for('canh-giac.session')]?.report()`;
const UNITS = `${REPORT}?.units.filter(({ hidden }) => !hidden).map(({ verdict }) => verdict.level)`;

async function button(worker: Worker, tabId: number): Promise<{ text: string; title: string }> {
  const [text, title] = await worker.evaluate<[string, string]>(
    `Promise.all([chrome.action.getBadgeText({ tabId: ${tabId} }), chrome.action.getTitle({ tabId: ${tabId} })])`,
  );
  return { text, title };
}

/** Keeps the names of the icons that tabs get: browsers tell nobody which one stands there. */
const WATCH_ICONS = `{
  globalThis.icons = {};
  const setIcon = chrome.action.setIcon.bind(chrome.action);
  chrome.action.setIcon = (details) => {
    globalThis.icons[details.tabId ?? 'all'] = details.path['16'];
    return setIcon(details);
  };
}`;

for (const [host, fixture] of [
  ['mail.google.com', 'gmail'],
  ['www.facebook.com', 'facebook'],
  ['x.com', 'x'],
]) {
  test(`${fixture}: the button says what the watcher found`, async ({ open, extension }) => {
    const worker = await extension.worker();
    await worker.evaluate(WATCH_ICONS);
    const { world } = await open(`https://${host}/${fixture}`);
    await world.waitFor(`${UNITS}?.some((level) => level !== 'none')`);
    const tabId = await worker.evaluate<number>(
      `chrome.tabs.query({ url: 'https://${host}/*' }).then(([tab]) => tab.id)`,
    );
    await expect
      .poll(async () => {
        const levels = (await world.evaluate<string[]>(UNITS)) ?? [];
        const worst = ['danger', 'caution', 'notice'].find((level) => levels.includes(level)) ?? 'none';
        const count = String(levels.filter((level) => level === worst).length);
        const { text, title } = await button(worker, tabId);
        const [, said] = TITLES[worst]?.exec(title) ?? [];
        const icon = await worker.evaluate<string>(`globalThis.icons[${tabId}]`);
        return text === count && said === count && icon === `/icons/${worst}-16.png`;
      })
      .toBe(true);
  });
}

test('hidden: number, icon and words go, and come back with undo; English words after the switch', async ({
  open,
  extension,
}) => {
  const { world } = await open('https://mail.google.com/gmail');
  await world.waitFor(`root?.querySelector('[role="dialog"]')`);
  const worker = await extension.worker();
  await worker.evaluate(WATCH_ICONS);
  const tabId = await worker.evaluate<number>(
    `chrome.tabs.query({ url: 'https://mail.google.com/*' }).then(([tab]) => tab.id)`,
  );
  const shown = async () => ({
    ...(await button(worker, tabId)),
    icon: await worker.evaluate<string>(`globalThis.icons[${tabId}]`),
  });
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl(`popup.html?tab=${tabId}`));
  await popup.getByRole('button', { name: /^Ẩn cảnh báo/ }).click();
  await expect.poll(shown).toEqual({ text: '', title: 'Cảnh Giác', icon: '/icons/icon-16.png' });
  await popup.getByRole('button', { name: 'English' }).click();
  await popup.getByRole('button', { name: /^Undo/ }).click();
  await expect
    .poll(shown)
    .toEqual({ text: '1', title: 'Cảnh Giác: 1 dangerous place on this page', icon: '/icons/danger-16.png' });
});

for (const command of ['open-card', 'save-evidence']) {
  test(`${command}: a shortcut that finds nothing opens the popup, without a raw fault`, async ({
    extension,
  }) => {
    const worker = await extension.worker();
    await worker.evaluate(`globalThis.faults = [];
      addEventListener('unhandledrejection', ({ reason }) => globalThis.faults.push(String(reason)));`);
    const page = await extension.context.newPage();
    await page.goto('about:blank');
    await page.bringToFront();
    await worker.evaluate(`chrome.tabs.query({ active: true }).then(([tab]) =>
      void chrome.commands.onCommand.dispatch('${command}', tab))`);
    await expect
      .poll(() =>
        worker.evaluate<number>(`Promise.all([
          chrome.runtime.getContexts({ contextTypes: ['POPUP'] }),
          chrome.tabs.query({ url: chrome.runtime.getURL('popup.html*') }),
        ]).then(([shown, tabs]) => shown.length + tabs.length)`),
      )
      .toBe(1);
    expect(await worker.evaluate('globalThis.faults')).toEqual([]);
  });
}
