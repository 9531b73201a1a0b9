/** What a token is, where it is more than a word. Patterns name these as #money, #phone, ... */
export const SHAPES = [
  'number',
  'money',
  'phone',
  'account',
  'link',
  'oddlink',
  'time',
  'duration',
  'file',
] as const;
export type Shape = (typeof SHAPES)[number];

const MONEY = /^\d+([.,]\d+)*(k|ng|ngan|nghin|tr|trd|trieu|ty|ti|cu|lit|d|dd|vnd|usd|xu|m|m\d+)\d*d?$/;
const GROUPED = /^\d{1,3}([.,]\d{3})+$/;
const DURATION = /^\d+(h|gio|p|ph|phut|min|mins|minutes|hrs|hours|tieng)$/;
const TIME = /^\d{1,2}(h|g|am|pm)\d{0,2}$/;
const FILE = /^[a-z0-9_-]+\.(apk|ipa|exe|dmg|msi|xapk)$/;
const HOST = /^(https?:\/\/)?([a-z0-9][a-z0-9-]*\.)+([a-z]{2,14})(?=$|[/:?#])/;

/** The shape of a number-like word such as `500k`, `6.730.000d`, `24h`; undefined for a bare or unknown one. */
export function numberShape(word: string): Shape | undefined {
  if (MONEY.test(word)) return 'money';
  if (DURATION.test(word)) return 'duration';
  if (TIME.test(word)) return 'time';
  if (GROUPED.test(word)) return word.length >= 5 ? 'money' : 'number';
  return /^\d+([.,]\d+)*$/.test(word) ? 'number' : undefined;
}

/** Whether a run without blanks is a web address or a program file; `odd` holds the endings that offices do not use. */
export function linkShape(
  run: string,
  odd: ReadonlySet<string>,
  plain: ReadonlySet<string>,
): Shape | undefined {
  if (FILE.test(run)) return 'file';
  const match = HOST.exec(run);
  const ending = match?.[3];
  if (ending === undefined) return undefined;
  if (odd.has(ending)) return 'oddlink';
  return plain.has(ending) || run.startsWith('http') ? 'link' : undefined;
}

const UNITS = new Set([
  'k',
  'tr',
  'trieu',
  'ty',
  'ti',
  'nghin',
  'ngan',
  'dong',
  'd',
  'vnd',
  'usd',
  'cu',
  'lit',
  'chai',
  'xi',
  'dollar',
  'dollars',
  'euro',
  'million',
  'usdt',
  'ngan',
  'chuc',
  'tram',
  'trd',
]);
const HOURS = new Set([
  'gio',
  'tieng',
  'phut',
  'h',
  'p',
  'hours',
  'hour',
  'minutes',
  'minute',
  'mins',
  'ngay',
  'days',
]);
const COUNTS = new Set([
  'mot',
  'hai',
  'ba',
  'bon',
  'nam',
  'sau',
  'bay',
  'tam',
  'chin',
  'muoi',
  'chuc',
  'tram',
  'ruoi',
  'vai',
  'may',
  'lam',
  'mươi',
  'one',
  'two',
  'three',
  'five',
  'ten',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'hundred',
  'thousand',
  'few',
]);

/** What a number, in digits or in words, becomes with the word after it: `20 triệu` money, `hai tiếng` duration. */
export function unitShape(number: string, isDigits: boolean, unit: string): Shape | undefined {
  if (!isDigits && !COUNTS.has(number)) return undefined;
  if (UNITS.has(unit)) return isDigits || unit.length > 2 ? 'money' : undefined;
  return HOURS.has(unit) ? 'duration' : undefined;
}
