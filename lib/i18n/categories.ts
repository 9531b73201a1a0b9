/** Categories that the interface has words for. Pure. */
import { translate, type Language, type MessageKey } from './translate';

const CATEGORIES: Readonly<Record<string, MessageKey>> = {
  bank_impersonation: 'category_bank_impersonation',
  electricity_impersonation: 'category_electricity_impersonation',
  loan_impersonation: 'category_loan_impersonation',
  official_impersonation: 'category_official_impersonation',
  police_impersonation: 'category_police_impersonation',
  tax_impersonation: 'category_tax_impersonation',
  international_one_ring: 'category_international_one_ring',
  advertising: 'category_advertising',
  debt_collection: 'category_debt_collection',
};

/** Ids of the categories that have words. */
export const NAMED_CATEGORIES: readonly string[] = Object.keys(CATEGORIES);

/** The words of a category, as they stand within a sentence; undefined where it has none. */
export function categoryWords(language: Language, id: string): string | undefined {
  const key = Object.hasOwn(CATEGORIES, id) ? CATEGORIES[id] : undefined;
  return key && translate(language, key);
}

/** The name of a category as it stands alone; its id where it has no words. */
export function categoryName(language: Language, id: string): string {
  const words = categoryWords(language, id);
  return words === undefined ? id : words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}
