/** What the extension's own pages share: language and lists from the background. */
import type { Language } from '../i18n/translate';
import { send } from '../message-client';

/** The language the person chose; marks the document with it and with the chosen appearance. */
export async function pageLanguage(): Promise<Language> {
  const { language, appearance } = (await send('settings', {})).settings;
  document.documentElement.dataset.appearance = appearance;
  document.documentElement.lang = language;
  return language;
}

/** Changes the language for everything that opens from now on, and marks this document. */
export async function changeLanguage(language: Language): Promise<Language> {
  await send('language', { language });
  document.documentElement.lang = language;
  return language;
}
