/** Texts of look-up, evidence, options and first steps, apart from those that every page with a card carries. Pure. */
import enPeople from './en/people.json';
import { translate, type Language, type Localised, type MessageKey, type Params } from './translate';
import viPeople from './vi/people.json';

const TABLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { vi: viPeople, en: enPeople };
export type PeopleKey = keyof typeof viPeople;

/** The text of a key of this table or of the common one, `{name}` replaced by params.name; counted as in translate(). */
export function translatePeople(
  language: Language,
  key: PeopleKey | MessageKey,
  params: Params = {},
): string {
  const table = TABLES[language];
  const counted = language === 'en' && params.count === 1 ? table[`${key}_one`] : undefined;
  const message = counted ?? table[key];
  if (message === undefined) return translate(language, key as MessageKey, params);
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The text of a key in every language. */
export function localisedPeople(key: PeopleKey, params: Params = {}): Localised {
  return { vi: translatePeople('vi', key, params), en: translatePeople('en', key, params) };
}
