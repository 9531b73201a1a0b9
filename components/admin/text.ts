/** The lookup of the console's texts in the language of the view. */
import { useCallback } from 'preact/hooks';
import { translateAdmin, type AdminKey } from '../../lib/i18n/admin';
import type { Params } from '../../lib/i18n/translate';
import { useLanguage } from '../language';

export type AdminText = (key: AdminKey, params?: Params) => string;

export function useAdminText(): AdminText {
  const language = useLanguage();
  return useCallback((key: AdminKey, params?: Params) => translateAdmin(language, key, params), [language]);
}
