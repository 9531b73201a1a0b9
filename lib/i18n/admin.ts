/** Texts of the administrators' console, apart from those that citizens carry. Pure. */
import enAdmin from './en/admin.json';
import type { Language, Params } from './translate';
import viAdmin from './vi/admin.json';

const TABLES: Readonly<Record<Language, Readonly<Record<AdminKey, string>>>> = { vi: viAdmin, en: enAdmin };
export type AdminKey = keyof typeof viAdmin;

/** True where the console has a text of this name. */
export function isAdminKey(key: string): key is AdminKey {
  return Object.hasOwn(viAdmin, key);
}

/** The text of a key of the console, `{name}` replaced by params.name. English counts by `key_one` as in translate(). */
export function translateAdmin(language: Language, key: AdminKey, params: Params = {}): string {
  const table: Readonly<Record<string, string>> = TABLES[language];
  const counted = language === 'en' && params.count === 1 ? table[`${key}_one`] : undefined;
  const message = counted ?? table[key] ?? key;
  return message.replace(/\{(\w+)\}/g, (whole: string, name: string) => {
    const value = params[name];
    return typeof value === 'number' ? value.toLocaleString(language) : (value ?? whole);
  });
}
