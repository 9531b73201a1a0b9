import { useCallback } from 'preact/hooks';
import type { MessageKey, Params } from '../lib/i18n/translate';
import { translatePeople, type PeopleKey } from '../lib/i18n/people';
import { useLanguage } from './language';

/** Gives the text of a key in the language of the view. */
export type PeopleText = (key: PeopleKey | MessageKey, params?: Params) => string;

/** The lookup of texts of look-up, evidence, options and first steps; the common ones are found too. */
export function usePeopleText(): PeopleText {
  const language = useLanguage();
  return useCallback(
    (key: PeopleKey | MessageKey, params?: Params) => translatePeople(language, key, params),
    [language],
  );
}
