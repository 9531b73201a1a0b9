/** The worker of the administrators' edition: opens the console, and reminds of feeds whose dates run out. */
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { openAdminStore } from '../../lib/admin/store';
import { showDue } from './console/badge';

const REMINDER = 'reminder';

async function remind(): Promise<void> {
  const store = await openAdminStore();
  try {
    await showDue(await store.feeds());
  } finally {
    store.close();
  }
}

async function openConsole(): Promise<void> {
  const url = browser.runtime.getURL('console.html');
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}

export default defineBackground(() => {
  browser.action.onClicked.addListener(() => void openConsole());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REMINDER) void remind();
  });
  browser.runtime.onInstalled.addListener(
    () => void browser.alarms.create(REMINDER, { periodInMinutes: 60 }),
  );
  browser.runtime.onStartup.addListener(() => void browser.alarms.create(REMINDER, { periodInMinutes: 60 }));
  void remind();
});
