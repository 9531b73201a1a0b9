import { runOver } from '../text/automaton';
import { fold } from '../text/fold';
import { Units } from '../text/units';
import { candidateAt } from './candidate';
import { proveForeign } from './foreign';
import { PieceReader } from './pieces';
import { PLACES } from './places';
import { CALL_CODES, TEXT_CODES } from './plan-tables';
import type { FoundNumber } from './types';

/** Links longer than this are no link to a number. */
const MAX_LENGTH = 2000;
/** tel: and sms: (RFC 3966, RFC 5724) and their old forms. */
const DIALLED = /^\s*(?:tel|callto|sms|smsto|mms|facetime|facetime-audio):(?:\/\/)?/i;
/** Links of apps that hold the number of whom they open: zalo.me/0912..., wa.me/84912..., viber://chat?number=%2B84... */
const APPS = [
  /^\s*(?:https?:)?(?:\/\/)?(?:www\.|chat\.)?zalo\.me\/(?:pc\/)?/i,
  /^\s*zalo:\/\/(?:conversation|qr\/p|chat)\?(?:[^#]*&)?phone=/i,
  /^\s*(?:https?:)?(?:\/\/)?(?:www\.)?wa\.me\//i,
  /^\s*(?:(?:https?:)?(?:\/\/)?(?:api|web|www)\.whatsapp\.com\/send\/?|whatsapp:\/\/send\/?)\?(?:[^#]*&)?phone=/i,
  /^\s*viber:\/\/(?:chat|add|contact|pa)\/?\?(?:[^#]*&)?(?:number|phone)=/i,
  /^\s*(?:https?:)?(?:\/\/)?t\.me\/(?=(?:\+|%2b)\d{9,15}(?:[?#]|$))/i,
  /^\s*tg:\/\/resolve\?(?:[^#]*&)?phone=/i,
];
/** The number itself: digits and what is set between them, plain or escaped. */
const NUMBER = /^(?:\+|%2b)?(?:[\d().\- ]|%20|%28|%29|%2d){2,40}/i;
const ESCAPED = /%2b|%20|%28|%29|%2d/gi;

/**
 * The telephone number that a link opens: tel:, sms:, zalo.me/NUMBER, wa.me/NUMBER, viber://chat?number=NUMBER and their
 * kin. The link says that it is a telephone number, so no words are asked for; the plan must know it.
 * @param href the attribute as the page has it
 * @returns the number with `raw`, `start` and `end` in `href`; undefined where the link opens no number. O(1)
 */
export function findNumberInHref(href: string): FoundNumber | undefined {
  if (href.length > MAX_LENGTH) return undefined;
  const dialled = DIALLED.exec(href)?.[0];
  const head = dialled ?? APPS.map((app) => app.exec(href)?.[0]).find((found) => found !== undefined);
  if (head === undefined) return undefined;
  const raw = NUMBER.exec(href.slice(head.length))?.[0];
  if (raw === undefined) return undefined;
  const found = readNumber(
    raw.replace(ESCAPED, (code) => decodeURIComponent(code)),
    dialled !== undefined,
  );
  return found && { start: head.length, end: head.length + raw.length, raw, ...found };
}

function readNumber(
  text: string,
  dialled: boolean,
): Pick<FoundNumber, 'number' | 'type' | 'old'> | undefined {
  const compact = fold(text).text.replace(/\+?\(0\)|[^+\d]/g, '');
  if (dialled && (CALL_CODES.has(compact) || TEXT_CODES.has(compact)))
    return { number: compact, type: 'short' };
  const units = Units.of(compact);
  const pieces = new PieceReader(units, runOver(units, PLACES).marks, []).read(0, 2);
  // Apps take the number without its 0 or + as well: wa.me/84912345678, wa.me/447911123456.
  const plain =
    pieces.length === 1 ? candidateAt({ text: units, pieces, claimed: new Uint8Array(1) }, 0) : undefined;
  if (plain !== undefined && plain.type !== 'foreign') {
    return { number: plain.number, type: plain.type, ...(plain.old ? { old: true } : {}) };
  }
  const abroad = plain?.number ?? (dialled || compact.startsWith('0') ? undefined : `+${compact}`);
  return abroad !== undefined && proveForeign(abroad) === 'valid'
    ? { number: abroad, type: 'foreign' }
    : undefined;
}
