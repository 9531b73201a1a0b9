/** What the extension's own pages share: language and lists from the background. */
import type { Language } from '../i18n/translate';
import { send } from '../message-client';
import type { Settings } from '../settings/schema';

/** Marks the document with language and look. */
export function markDocument({ language, appearance }: Pick<Settings, 'language' | 'appearance'>): void {
  document.documentElement.dataset.appearance = appearance;
  document.documentElement.lang = language;
}

/** The language that the document is marked with. */
export function documentLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'vi';
}

/** The language the person chose; marks the document with it and with the chosen appearance. */
export async function pageLanguage(): Promise<Language> {
  const { settings } = await send('settings', {});
  markDocument(settings);
  return settings.language;
}

/** Changes the language for everything that opens from now on, and marks this document. */
export async function changeLanguage(language: Language): Promise<Language> {
  await send('language', { language });
  document.documentElement.lang = language;
  return language;
}
