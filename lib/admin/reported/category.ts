/** Categories as people write them in tables and forms. Pure. */
import { categoryWords, NAMED_CATEGORIES } from '../../i18n/categories';
import { LANGUAGES } from '../../i18n/translate';
import { fold } from '../../text/fold';

/** "Giả danh", "mạo danh", "posing as the": what is behind it tells the category. */
const POSING =
  /^(?:lua dao )?(?:gia danh|mao danh|gia mao|gia|posing as(?: an?| the)?|fake|impersonating(?: the)?) /;
/** Who of an office callers say they are. */
const PEOPLE = /^(?:co quan|nhan vien|can bo|nguoi cua|chien si) /;
/** Other words of offices for whom callers pose as. */
const ALSO: Readonly<Record<string, string>> = {
  'dien luc': 'electricity_impersonation',
  evn: 'electricity_impersonation',
  'canh sat': 'police_impersonation',
  tax: 'tax_impersonation',
};
/** Tax by its mark: "thuê" is to rent. */
const TAX = /thuế\s*$/i;

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

function idOf(text: string): string | undefined {
  const words = bare(text);
  const office = words.replace(PEOPLE, '');
  const isTax = office === 'thue' && TAX.test(text.normalize('NFC'));
  return IDS.get(words) ?? IDS.get(office) ?? (isTax ? 'tax_impersonation' : undefined);
}

/** Of no word: words have blanks. */
const isId = (text: string) => /^[a-z0-9_.-]*$/.test(text) && /[_.-]/.test(text);

/**
 * The id of a category that a person named in words, with or without its marks; any other text as it is. `listed`: ids of
 * the list, which stay as they are, whatever they mean as words.
 */
export function categoryId(text: string, listed: Iterable<string>): string {
  if (isId(text)) return text;
  for (const id of listed) if (id === text) return text;
  return idOf(text) ?? text;
}

/** Words by which a search finds a category, folded, a line each: its id, its names, and who is posed as. */
export function categorySearch(id: string): string {
  const names = LANGUAGES.map((language) => categoryWords(language, id) ?? '');
  const also = Object.keys(ALSO).filter((words) => ALSO[words] === id);
  const words = names.flatMap((name) => {
    const [full, office] = [fold(name).text, bare(name)];
    // Names say "mạo danh"; people begin with "giả danh" as often.
    return full === office ? [full] : [full, office, `gia danh ${office}`];
  });
  return [fold(id).text, ...words, ...also, ''].join('\n');
}

/** Tells by these words whether a category is meant by what is typed: a part of them, or whatever an import takes for it. */
export function categoryTest(typed: string): (search: string) => boolean {
  const [part, posed, id] = [fold(typed).text, `\n${bare(typed)}`, idOf(typed)];
  return (search) =>
    search.includes(part) || search.includes(posed) || (id !== undefined && search.startsWith(`${id}\n`));
}
