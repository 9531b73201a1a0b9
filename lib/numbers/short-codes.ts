import type { Units } from '../text/units';
import { COUNT_UNITS } from './context';
import { unitAfter } from './cues';
import type { Piece } from './piece';
import { CALL_CODES, TEXT_CODES } from './plan-tables';
import { wordsBefore, type Word } from './words-before';

/** Words right before an emergency code: 'cap cuu 115', 'cong an 113', 'CSKH 198'. */
const OWNERS = new Set(
  'cuu,nan,ho,hoa,chay,sat,an,ban,police,emergency,ambulance,fire,rescue,hotline,cskh,lh,he,dai,goi,call,calls,dial,so,phone,nong,ngay,lai,toi,den,hang,dap,tiet,quay,bam,rac,em,bao,on,113,114,115'.split(
    ',',
  ),
);
/** Of OWNERS, those that say so only after another word. */
const OWNER_PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    cuu: 'cap,so,cap',
    nan: 'cuu,tai',
    ho: 'cuu',
    hoa: 'cuu,phong',
    chay: 'bao,chua,gap',
    sat: 'canh',
    an: 'cong',
    ban: 'truc',
    he: 'lien',
    dai: 'tong,d',
    so: 'dau,goi,bam,quay,vao,toi,den,tong',
    nong: 'day',
    ngay: 'goi,bao',
    lai: 'goi',
    toi: 'goi,tin,nhan,bao,lac',
    den: 'goi,tin,bao,nhan,lac,lien',
    hang: 'khach',
    dap: 'hoi,giai',
    tiet: 'chi',
    em: 'tre',
    rac: 'tin,goi',
    on: 'police',
  }).map(([word, list]) => [word, new Set(list.split(','))]),
);
/** 'soan ... gui 5656', 'forward it to 156'. */
const SENDING = new Set('gui,den,toi,to,ve,qua,sms,text,bam,goi'.split(','));
/** Of both, those that need no second word. */
const TELLING = new Set('gui,bam,sms,text'.split(','));
const SENDING_VERBS = new Set(
  'bam,soan,nhan,tin,sms,text,texting,gui,forward,chuyen,tiep,phan,gop,bao,goi,nt,report,call,send,sends'.split(
    ',',
  ),
);
/** Of these, those that say what to write: 'soan DK gui 1543' is a code, whoever has it. */
const WRITING = new Set('soan,sms,text,texting'.split(','));
const BLANK = 0x20;
/** Any code of so many digits is one that people text to, where the words tell what to write to it. */
const CODE_DIGITS = 4;
/** What codes are for, each a bit, by what `codeKey` gives. */
const TO_CALL = 1;
const TO_TEXT = 2;
const CODES = new Uint8Array(codeKey(CODE_DIGITS, 9999) + 1);
for (const code of CALL_CODES) CODES[codeKey(code.length, Number(code))] = TO_CALL;
for (const code of TEXT_CODES) {
  const key = codeKey(code.length, Number(code));
  CODES[key] = (CODES[key] ?? 0) | TO_TEXT;
}
/** Words before a code that tell what is sent to it. */
const MOST_SENT = 8;
const CALLING = new Set(
  'goi,alo,call,dial,hotline,lh,cskh,tong dai,lien he,dien thoai,dt,sdt,dau so,nhan tin,bao cho'.split(','),
);
/** Not 'nhanh' alone, which is also 'gọi nhanh', call quickly. */
const EXTENSIONS = new Set('noi bo,may le,so le,may nhanh,so nhanh,ext,exten,extension'.split(','));
const LINKING = /^(?: ?[,/-] ?| (?:hoac|va|hay|or|and) (?:goi |so |call )?)$/;

/**
 * True where a piece is a short code that the words around tell to call or to text.
 * @param text folded text
 * @param piece a piece of three or four digits
 * @param numberEnd where the last number before it ends, -1 for none: 'goi 113, 114 hoac 115'
 */
export function isShortCode(text: Units, piece: Piece, numberEnd: number): boolean {
  if (piece.count < 3 || piece.count > 4 || !piece.plain) return false;
  const { value } = piece;
  const uses = CODES[codeKey(piece.count, value)] ?? 0;
  const known = uses !== 0;
  const called = (uses & TO_CALL) !== 0;
  if (!known && (piece.count !== CODE_DIGITS || (value >= 1900 && value < 2100))) return false;
  if (piece.before !== '' || piece.after !== '') return false;
  if (isJoined(text, piece)) return false;
  if (unitAfter(text, piece.end, COUNT_UNITS)) return false;
  const words = wordsBefore(text, piece.start);
  if (isExtension(words)) return false;
  if (isSentTo(words)) return known || words.slice(0, MOST_SENT).some(({ text }) => WRITING.has(text));
  if (!called) return false;
  if (numberEnd >= 0 && piece.start - numberEnd <= 12 && LINKING.test(text.slice(numberEnd, piece.start)))
    return true;
  return isOwned(words) || calledBefore(words, piece.digits);
}

/** A number of its own for all digits of three and four. */
function codeKey(count: number, value: number): number {
  return count < CODE_DIGITS ? value : 1000 + value;
}

/** Digits, or a sign and digits, right beside it: 113.000, 113/2024, 12-113; not another code: 156/5656. */
function isJoined(text: Units, piece: Piece): boolean {
  const following = text.charCodeAt(piece.end);
  const preceding = text.charCodeAt(piece.start - 1);
  // Nearly all codes stand between blanks.
  if (following === BLANK && preceding === BLANK) return false;
  const after = text.slice(piece.end, piece.end + 6);
  const before = text.slice(Math.max(0, piece.start - 6), piece.start);
  if (/^[.,:_-]\d|^[_-][a-z]/.test(after) || /\d[.,:]$|[a-z\d][_-]$|[#$+*]$/.test(before)) return true;
  const next = /^\/(\d+)/.exec(after)?.[1];
  const previous = /(\d+)\/$/.exec(before)?.[1];
  return [next, previous].some((digits) => digits !== undefined && !CALL_CODES.has(digits));
}

/** 'nội bộ 112', 'máy lẻ số 113', 'ext: 115': a line inside a house, as further ones are: 'nội bộ: 113 hoặc 114'. */
function isExtension(words: readonly Word[]): boolean {
  let first = 0;
  while (words[first]?.breaks === 0 && isOfList(words[first]?.text ?? '')) first++;
  const before = words.slice(first);
  const [last, previous] = before[0]?.text === 'so' || before[0]?.text === 'la' ? before.slice(1) : before;
  if (last === undefined) return false;
  return EXTENSIONS.has(last.text) || EXTENSIONS.has(`${previous?.text ?? ''} ${last.text}`);
}

/** A code of a list of codes, or what links it to the next. */
function isOfList(word: string): boolean {
  return /^(?:\d{3,4}|hoac|va|hay|or|and)$/.test(word);
}

function isSentTo(words: readonly Word[]): boolean {
  const last = words[0];
  if (last === undefined || last.breaks > 0 || !SENDING.has(last.text)) return false;
  return words
    .slice(0, MOST_SENT)
    .some((word, index) => (index > 0 || TELLING.has(word.text)) && SENDING_VERBS.has(word.text));
}

function isOwned(words: readonly Word[]): boolean {
  const [last, previous] = words;
  if (last === undefined || last.breaks > 0 || !OWNERS.has(last.text)) return false;
  const pair = OWNER_PAIRS.get(last.text);
  return pair === undefined || (previous !== undefined && pair.has(previous.text));
}

/** A word of calling at most two words before; four, and a word of reporting, for the emergency lines. */
function calledBefore(words: readonly Word[], code: string): boolean {
  const emergency = code >= '111' && code <= '115';
  for (let index = 0; index < (emergency ? 5 : 3); index++) {
    const word = words[index];
    if (word === undefined || word.breaks > 0) return false;
    if (emergency && word.text === 'bao') return true;
    if (CALLING.has(word.text) || CALLING.has(`${words[index + 1]?.text ?? ''} ${word.text}`)) return true;
  }
  return false;
}
