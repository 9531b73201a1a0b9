/** Interface texts in Vietnamese (default) and English. Pure: no browser API, so that Node prints the same words. */
import enInterface from './en/interface.json';
import enReasons from './en/reasons.json';
import viInterface from './vi/interface.json';
import viReasons from './vi/reasons.json';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in each language of the interface. */
export interface Localised {
  readonly vi: string;
  readonly en: string;
}

const vi = { ...viInterface, ...viReasons };
const en: Record<MessageKey, string> = { ...enInterface, ...enReasons };
export type MessageKey = keyof typeof vi;
export type Params = Readonly<Record<string, string | number>>;

/**
 * The text of a key in one language, `{name}` replaced by params.name. Where the message `key` is counted, write
 * `key_one` beside it: English uses it for a `count` of 1; Vietnamese has no plural.
 */
export function translate(language: Language, key: MessageKey, params: Params = {}): string {
  const table: Readonly<Record<string, string>> = language === 'en' ? en : vi;
  const counted = language === 'en' && params.count === 1 ? table[`${key}_one`] : undefined;
  return fill(counted ?? table[key] ?? key, params);
}

/** A message with `{name}` replaced by params.name. */
export function fill(message: string, params: Params): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The text of a key in every language. */
export function localised(key: MessageKey, params: Params = {}): Localised {
  return { vi: translate('vi', key, params), en: translate('en', key, params) };
}
