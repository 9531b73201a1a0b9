/** Categories as people write them in tables and forms. Pure. */
import { categoryWords, NAMED_CATEGORIES } from '../../i18n/categories';
import { LANGUAGES } from '../../i18n/translate';
import { fold } from '../../text/fold';

/** "Giả danh", "mạo danh", "posing as the": what is behind it tells the category. */
const POSING =
  /^(?:lua dao )?(?:gia danh|mao danh|gia mao|gia|posing as(?: an?| the)?|fake|impersonating(?: the)?) /;
/** Other words of offices for whom callers pose as. */
const ALSO: Readonly<Record<string, string>> = {
  'dien luc': 'electricity_impersonation',
  evn: 'electricity_impersonation',
  'canh sat': 'police_impersonation',
  thue: 'tax_impersonation',
};

function bare(text: string): string {
  return fold(text).text.trim().replace(/\s+/g, ' ').replace(POSING, '');
}

/** What is said in each language, to the id; a word that stands for two stands for none. */
const IDS = (() => {
  const ids = new Map<string, string | undefined>(Object.entries(ALSO));
  for (const id of NAMED_CATEGORIES) {
    for (const language of LANGUAGES) {
      const words = bare(categoryWords(language, id) ?? id);
      ids.set(words, ids.has(words) && ids.get(words) !== id ? undefined : id);
    }
  }
  return ids;
})();

/** The id of a category that a person named in words, with or without its marks; any other text as it is. */
export function categoryId(text: string): string {
  return /^[a-z0-9_.-]*$/.test(text) ? text : (IDS.get(bare(text)) ?? text);
}

/** Words by which a search finds a category, folded: its id and its names. */
export function categorySearch(id: string): string {
  const names = LANGUAGES.map((language) => categoryWords(language, id) ?? '');
  return fold([id, ...names].join('\n')).text;
}
