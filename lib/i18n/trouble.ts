/** Texts for what went wrong on a page and nothing else has told. Pure. */
import en from './en/trouble.json';
import type { Language } from './translate';
import vi from './vi/trouble.json';

export type TroubleKey = keyof typeof vi;

const TABLES: Readonly<Record<Language, Readonly<Record<TroubleKey, string>>>> = { vi, en };

/** The text of a key in one language. */
export function troubleText(language: Language, key: TroubleKey): string {
  return TABLES[language][key];
}
