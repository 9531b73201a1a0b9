/** The language of the views: one context, three hooks. */
import { createContext } from 'preact';
import { useCallback, useContext } from 'preact/hooks';
import {
  translate,
  type Language,
  type Localised,
  type MessageKey,
  type Params,
} from '../lib/i18n/translate';

/** The language that views below the provider speak; Vietnamese where no provider stands. */
export const LanguageContext = createContext<Language>('vi');

/** Gives the text of a key in the language of the view. */
export type Text = (key: MessageKey, params?: Params) => string;

/** The language of the view. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The lookup of interface texts in the language of the view. */
export function useText(): Text {
  const language = useLanguage();
  return useCallback((key: MessageKey, params?: Params) => translate(language, key, params), [language]);
}

/** Picks the language of the view from texts that data brings along. */
export function useLocalised(): (text: Localised) => string {
  const language = useLanguage();
  return useCallback((text: Localised) => text[language], [language]);
}
