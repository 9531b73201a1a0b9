import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { LANGUAGES, type Language } from '../../lib/i18n/translate';

const KEY = 'settings';
const Settings = v.object({ language: v.optional(v.picklist(LANGUAGES), 'vi') });

/** The language the person chose; Vietnamese where nothing valid is stored. */
export async function getLanguage(): Promise<Language> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  const parsed = v.safeParse(Settings, stored ?? {});
  return parsed.success ? parsed.output.language : 'vi';
}

export async function setLanguage(language: Language): Promise<void> {
  await browser.storage.local.set({ [KEY]: { language } });
}
