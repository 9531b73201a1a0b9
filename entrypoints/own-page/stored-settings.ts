/** The settings as they lie in storage: pages of ours read them there before they draw, the background for everything else. */
import browser from 'webextension-polyfill';
import { effectiveSettings, type EffectiveSettings } from '../../lib/settings/schema';

export const SETTINGS_KEY = 'settings';
/** What the policy said last: browsers may take seconds to tell it, and no page waits for that. */
export const POLICY_KEY = 'settings-policy';

/** The settings in force. */
export async function storedSettings(): Promise<EffectiveSettings> {
  const stored = await browser.storage.local.get([SETTINGS_KEY, POLICY_KEY]);
  return effectiveSettings(stored[SETTINGS_KEY], stored[POLICY_KEY]);
}
