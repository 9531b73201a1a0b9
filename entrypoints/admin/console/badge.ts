/** The toolbar button says how many feeds must be signed anew soon. */
import browser from 'webextension-polyfill';
import { translateAdmin } from '../../../lib/i18n/admin';
import { expiringSoon } from '../../../lib/admin/reminder';
import type { ConsoleFeed } from '../../../lib/admin/store-schema';

/** Shows it in number and words; nothing where none is due. */
export async function showDue(feeds: readonly ConsoleFeed[]): Promise<void> {
  const due = expiringSoon(feeds, Date.now());
  const { language } = await browser.storage.local.get('language');
  const told = language === 'en' ? 'en' : 'vi';
  await browser.action.setBadgeText({ text: due > 0 ? String(due) : '' });
  await browser.action.setBadgeBackgroundColor({ color: '#8a4b00' });
  const title =
    due > 0 ? translateAdmin(told, 'badge_due', { count: due }) : translateAdmin(told, 'console_title');
  await browser.action.setTitle({ title });
}
