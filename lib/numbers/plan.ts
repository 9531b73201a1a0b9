import type { Digits } from './digits';
import type { NumberType } from './types';
import { LANDLINE_AREAS, OLD_AREAS, OLD_MOBILES } from './plan-tables';

/** What the numbering plan says of a run of digits. */
export interface PlanNumber {
  /** E.164 for subscriber numbers, bare digits for 1800/1900. */
  readonly number: string;
  readonly type: NumberType;
  /** Written as before 2017 (area codes) or 2018 (11-digit mobiles); `number` is today's form. */
  readonly old: boolean;
}

/** How the digits were set, where the plan alone leaves two readings. */
export interface Setting {
  /** Digits before the first gap, the leading 0 included; the whole length where there is no gap. */
  readonly head: number;
  /** The head stands in brackets, as area codes do: (08) 3822 1234. */
  readonly bracketed: boolean;
  /** Digits between the first gap and the second; 0 where there is no gap. */
  readonly second: number;
}

/** 1 for the two digits behind the 0 of mobile numbers: 3x, 52 55 56 58 59, 70 76-79, 81-89, 9x. */
const MOBILES = new Uint8Array(100);
MOBILES.fill(1, 30, 40).fill(1, 76, 80).fill(1, 81, 100);
for (const prefix of [52, 55, 56, 58, 59, 70]) MOBILES[prefix] = 1;

/** The longest digit run that can be a number: 0084 + 10 digits, or + and 15 digits. */
export const MAX_DIGITS = 16;

/** Digits that a number may start with: 0, 84, 1800, 1900; a cheap look before anything else is tried. */
export function opensNumber(digits: string): boolean {
  const first = digits.charCodeAt(0);
  if (first === 0x30) return true;
  const second = digits.charCodeAt(1);
  if (first === 0x38) return digits.length === 1 || second === 0x34;
  if (first !== 0x31) return false;
  if (digits.length > 1 && second !== 0x38 && second !== 0x39) return false;
  if (digits.length > 2 && digits.charCodeAt(2) !== 0x30) return false;
  return digits.length < 4 || digits.charCodeAt(3) === 0x30;
}

/** The same of digits that are put together. */
export function digitsOpenNumber(digits: Digits): boolean {
  const [first, second] = [digits.at(0), digits.at(1)];
  if (first === 0) return true;
  if (first === 8) return second < 0 || second === 4;
  if (first !== 1) return false;
  if (second >= 0 && second !== 8 && second !== 9) return false;
  return digits.at(2) <= 0 && digits.at(3) <= 0;
}

/**
 * Reads national digits by Vietnam's numbering plan: Circular 22/2014/TT-BTTTT amended by 27/2021 (lengths), Decision
 * 2036/QD-BTTTT of 2016 (area codes), the mobile plan of 2018, 069 as printed by the police (5 to 7 digits).
 * @param digits ASCII digits with the leading 0, or 1800/1900 without
 * @param setting how they were grouped; decides only what is ambiguous (an old area code that is a mobile prefix today
 *   is read as old when set apart)
 * @returns undefined where the plan knows no such number. O(1).
 */
export function readPlan(digits: string, setting: Setting): PlanNumber | undefined {
  if (digits.length < 8 || digits.length > 11) return undefined;
  if (digits.charCodeAt(0) === 0x31) return readService(digits);
  if (digits.charCodeAt(0) !== 0x30) return undefined;
  if (digits.startsWith('069')) return digits.length <= 10 ? plain(digits, 'police') : undefined;
  if (digits.length === 11) return readEleven(digits);
  return digits.length === 10 ? readTen(digits, setting) : undefined;
}

function readService(digits: string): PlanNumber | undefined {
  if (!digits.startsWith('1800') && !digits.startsWith('1900')) return undefined;
  return digits.length <= 10 ? { number: digits, type: 'service', old: false } : undefined;
}

function readEleven(digits: string): PlanNumber | undefined {
  if (isLandline(digits, '2')) return plain(digits, 'landline');
  const mobile = OLD_MOBILES.get(digits.slice(0, 4));
  if (mobile !== undefined) return subscriber(mobile + digits.slice(4), 'mobile', true);
  const old = readOldLandline(digits, 4);
  if (old !== undefined) return old;
  // Nobody has a subscriber number with 0 in front, but callers show invented numbers, so they are read.
  return isLandline(digits, '0') && !isLandline(digits, '1') ? plain(digits, 'landline') : undefined;
}

function readTen(digits: string, setting: Setting): PlanNumber | undefined {
  // '08 3824 1577', '08.38241577': nobody cuts a mobile so; it is a landline of before 2017.
  const cityCode = setting.head === 2 && digits.startsWith('08') && setting.second % 4 === 0;
  if (setting.bracketed || cityCode) {
    const old = readOldLandline(digits, setting.head);
    if (old !== undefined) return old;
  }
  const prefix = digits.charCodeAt(1) * 10 + digits.charCodeAt(2) - 0x30 * 11;
  if (MOBILES[prefix] === 1) return plain(digits, 'mobile');
  // 02x + 7 is a new landline with a digit missing unless the writer set the old area code apart.
  if (digits.startsWith('02') && setting.head !== 3) return undefined;
  return readOldLandline(digits, 2) ?? readOldLandline(digits, 3);
}

/** An area code of today and a subscriber number whose first digit is `lowest` or above: 2 in the plan. */
function isLandline(digits: string, lowest: string): boolean {
  if (digits.length !== 11 || !digits.startsWith('02')) return false;
  const areaLength = digits[2] === '4' || digits[2] === '8' ? 3 : 4;
  return LANDLINE_AREAS.has(digits.slice(0, areaLength)) && digits.charAt(areaLength) >= lowest;
}

function readOldLandline(digits: string, areaLength: number): PlanNumber | undefined {
  const area = OLD_AREAS.get(digits.slice(0, areaLength));
  if (area === undefined) return undefined;
  const today = area + digits.slice(areaLength);
  return isLandline(today, '2') ? subscriber(today, 'landline', true) : undefined;
}

function plain(digits: string, type: NumberType): PlanNumber {
  return subscriber(digits, type, false);
}

function subscriber(digits: string, type: NumberType, old: boolean): PlanNumber {
  return { number: `+84${digits.slice(1)}`, type, old };
}
