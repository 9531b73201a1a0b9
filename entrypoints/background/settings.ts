/** The person's settings, with what an organisation's policy sets in their place. */
import browser from 'webextension-polyfill';
import type { Language } from '../../lib/i18n/translate';
import {
  validFields,
  withSite,
  type EffectiveSettings,
  type Settings,
  type SettingsChange,
} from '../../lib/settings/schema';
import { POLICY_KEY, SETTINGS_KEY, storedSettings } from '../own-page/stored-settings';
import { managedStorage } from './policy';

let known: Promise<EffectiveSettings> | undefined;

/** The settings in force. */
export function getSettings(): Promise<EffectiveSettings> {
  // A read that failed is made anew by the next call.
  known ??= storedSettings().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

let writing: Promise<unknown> = Promise.resolve();

/** Writes what `step` makes of the person's settings, one change after the other: none overwrites another. */
function write(step: (before: SettingsChange) => SettingsChange): Promise<EffectiveSettings> {
  const done = writing.then(async () => {
    const stored = (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY];
    await browser.storage.local.set({ [SETTINGS_KEY]: step(validFields(stored)) });
    known = undefined;
    return getSettings();
  });
  writing = done.catch(() => undefined);
  return done;
}

/** Changes some settings; those that the policy holds stay as they are. */
export function changeSettings(change: SettingsChange): Promise<EffectiveSettings> {
  return write((before) => ({ ...before, ...change }));
}

/** Switches one site on or off. Rejects where too many are off. */
export function switchSite(host: string, on: boolean): Promise<EffectiveSettings> {
  return write((before) => withSite(before, host, on));
}

/** Forgets what the person chose. */
export function resetSettings(): Promise<EffectiveSettings> {
  return write(() => ({}));
}

/** Asks the browser for the organisation's policy; true where it says something new. */
export async function readSettingsPolicy(): Promise<boolean> {
  const managed = await managedStorage();
  if (!managed) return false;
  const { owner, settings } = managed;
  const policy = { ...(owner !== undefined && { owner }), ...(settings !== undefined && { settings }) };
  const before = (await browser.storage.local.get(POLICY_KEY))[POLICY_KEY] ?? {};
  if (JSON.stringify(before) === JSON.stringify(policy)) return false;
  await browser.storage.local.set({ [POLICY_KEY]: policy });
  known = undefined;
  return true;
}

/** One setting in force. */
export async function getSetting<N extends keyof Settings>(name: N): Promise<Settings[N]> {
  return (await getSettings()).settings[name];
}

/** The language the person chose; Vietnamese where nothing valid is stored. */
export function getLanguage(): Promise<Language> {
  return getSetting('language');
}
