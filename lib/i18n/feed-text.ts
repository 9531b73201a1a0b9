/** Texts about feeds: a table of their own, since only the options page shows them. */
import en from './en/feeds.json';
import { fill, type Language, type Params } from './translate';
import vi from './vi/feeds.json';

export type FeedTextKey = keyof typeof vi;

const TABLES: Readonly<Record<Language, Readonly<Record<FeedTextKey, string>>>> = { vi, en };

/** The text of a key in one language, `{name}` replaced by params.name. */
export function feedText(language: Language, key: FeedTextKey, params: Params = {}): string {
  return fill(TABLES[language][key], params);
}

/** True for a key that a code was made into, where the table has a text of its own for it. */
export function isFeedTextKey(key: string): key is FeedTextKey {
  return Object.hasOwn(vi, key);
}
