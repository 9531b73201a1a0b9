import type { Units } from '../text/units';
import { CODE_PREFIXES, CUES, PHONE_LINKS } from './context';
import { isDigit, isLetter } from './code-units';

/** Units of an address (a URL) looked back over. */
const URL_WINDOW = 80;
const BLANK = 0x20;
const HASH = 0x23;
const DASH = 0x2d;
const STOP = 0x2e;
const STROKE = 0x2f;
const AT = 0x40;
const LOW_LINE = 0x5f;
/** What no other sign outweighs. */
export const REFUSED = -10;

/** A number inside an address is one only in links of telephone apps; a mailbox or host name is none. */
export function linkScore(text: Units, start: number, end: number): number {
  const next = text.charCodeAt(end);
  if (next === AT || isMailbox(text, end)) return REFUSED;
  if (
    next === STOP &&
    isLetter(text.charCodeAt(end + 1)) &&
    /^\.(?:com|vn|net|org|html?|php|jpg|png|pdf)\b/.test(text.slice(end, end + 6))
  )
    return REFUSED;
  const previous = text.charCodeAt(start - 1);
  if (isSpace(previous) || start === 0) return 0;
  let from = start;
  const limit = Math.max(0, start - URL_WINDOW);
  while (from > limit && !isSpace(text.charCodeAt(from - 1))) from--;
  const head = text.slice(from, start);
  if (PHONE_LINKS.some((link) => head.endsWith(link))) return 5;
  return /:\/\/|^www\.|[a-z]\.[a-z]{2,}[/?]/.test(head) ? REFUSED : 0;
}

/** '0912345678_lan@x.vn' */
function isMailbox(text: Units, end: number): boolean {
  if (text.charCodeAt(end) !== LOW_LINE && !isLetter(text.charCodeAt(end))) return false;
  return /^[a-z\d._-]{1,40}@[a-z\d]/.test(text.slice(end, end + 42));
}

/** 'VN-0081...', 'SG25/0912...', '#0912...': a code goes on. */
export function codeScore(text: Units, start: number, end: number, phone: boolean): number {
  const sign = text.charCodeAt(start - 1);
  if (sign === BLANK) return phone ? 0 : besideCode(text, start, end);
  if (sign === HASH) return phone ? -1 : -3;
  if (sign !== DASH && sign !== STROKE && sign !== LOW_LINE) return 0;
  let from = start - 1;
  let digits = 0;
  const limit = Math.max(0, from - 12);
  while (from > limit) {
    const code = text.charCodeAt(from - 1);
    if (isDigit(code)) digits++;
    else if (!isLetter(code)) break;
    from--;
  }
  const word = text.slice(from, start - 1);
  if (word === '' || CUES.get(word) === 'phone') return 0;
  if (digits > 0 && digits < word.length) return -3;
  if (CODE_PREFIXES.has(word)) return phone ? -1 : -3;
  return digits === 0 && word.length <= 3 ? -1.5 : 0;
}

/** 'FT24123 0912345678 123': a code before the blank, and digits after the next. */
function besideCode(text: Units, start: number, end: number): number {
  if (!isDigit(text.charCodeAt(start - 2))) return 0;
  const code = /(?:^|[^a-z\d])[a-z]{1,5}\d{4,} $/.test(text.slice(Math.max(0, start - 16), start));
  if (!code) return 0;
  return /^ \d{2,4}(?![\d.,:/hk])/.test(text.slice(end, end + 6)) ? -2.5 : -1;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a;
}
