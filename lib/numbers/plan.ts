import { LEAD, type Digits } from './digits';
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

/** How to read digits: shared by all that are read so. */
export interface PlanReading {
  readonly type: NumberType;
  readonly old: boolean;
  /** What stands in today's number for the first `cut` digits. */
  readonly head: string;
  readonly cut: number;
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

const MOBILE = reading('mobile');
const LANDLINE = reading('landline');
const POLICE = reading('police');
const SERVICE: PlanReading = { type: 'service', old: false, head: '', cut: 0 };
/** 1 for area codes of four digits. */
const AREAS = new Uint8Array(10_000);
for (const area of LANDLINE_AREAS) if (area.length === 4) AREAS[Number(area)] = 1;
/** The old codes of mobiles; area codes of before 2017 by the count of their digits. */
const MOBILES_BEFORE = new Map(Array.from(OLD_MOBILES, oldReading('mobile')));
const LANDLINES_BEFORE = [2, 3, 4].map(
  (count) =>
    new Map(
      Array.from(OLD_AREAS)
        .filter(([area]) => area.length === count)
        .map(oldReading('landline')),
    ),
);

function reading(type: NumberType): PlanReading {
  return { type, old: false, head: '+84', cut: 1 };
}

function oldReading(type: NumberType): (codes: readonly [string, string]) => [number, PlanReading] {
  return ([before, today]) => [
    Number(before),
    { type, old: true, head: `+84${today.slice(1)}`, cut: before.length },
  ];
}

/** Whether a number may start with the digits: 0, 84, 1800, 1900; a cheap look before anything else is tried. */
export function opensNumber(digits: Digits): boolean {
  const first = digits.at(0);
  const second = digits.at(1);
  if (first === 0) return true;
  if (first === 8) return second < 0 || second === 4;
  if (first !== 1) return false;
  if (second >= 0 && second !== 8 && second !== 9) return false;
  return digits.at(2) <= 0 && digits.at(3) <= 0;
}

/** As `planReading`, of ASCII digits. */
export function readPlan(digits: string, { head, second, bracketed }: Setting): PlanNumber | undefined {
  const lead = Number(digits.slice(0, LEAD));
  const found = planReading(digits.length, lead, head, second, bracketed);
  return found && { number: found.head + digits.slice(found.cut), type: found.type, old: found.old };
}

/**
 * Reads national digits by Vietnam's numbering plan: Circular 22/2014/TT-BTTTT amended by 27/2021 (lengths), Decision
 * 2036/QD-BTTTT of 2016 (area codes), the mobile plan of 2018, 069 as printed by the police (5 to 7 digits).
 * @param count of the digits, with the leading 0, or 1800/1900 without
 * @param lead the first five of them
 * @param head, second, bracketed how they were grouped (see Setting); decides only what is ambiguous (an old area code
 *   that is a mobile prefix today is read as old when set apart)
 * @returns undefined where the plan knows no such number. O(1), and nothing is made.
 */
export function planReading(
  count: number,
  lead: number,
  head: number,
  second: number,
  bracketed: boolean,
): PlanReading | undefined {
  if (count < 8 || count > 11) return undefined;
  const four = firstFour(lead);
  if (four === 1800 || four === 1900) return count <= 10 ? SERVICE : undefined;
  if (lead >= 10_000) return undefined;
  const three = firstThree(lead);
  if (three === 69) return count <= 10 ? POLICE : undefined;
  if (count === 11) return elevenDigits(lead, four);
  return count === 10 ? tenDigits(lead, three, head, second, bracketed) : undefined;
}

function elevenDigits(lead: number, four: number): PlanReading | undefined {
  if (isLandline(lead, 2)) return LANDLINE;
  const old = MOBILES_BEFORE.get(four) ?? oldLandline(11, lead, 4);
  if (old !== undefined) return old;
  // Nobody has a subscriber number with 0 in front, but callers show invented numbers, so they are read.
  return isLandline(lead, 0) && !isLandline(lead, 1) ? LANDLINE : undefined;
}

function tenDigits(
  lead: number,
  three: number,
  head: number,
  second: number,
  bracketed: boolean,
): PlanReading | undefined {
  // '08 3824 1577', '08.38241577': nobody cuts a mobile so; it is a landline of before 2017.
  const cityCode = head === 2 && second % 4 === 0 && three >= 80 && three < 90;
  const set = bracketed || cityCode ? oldLandline(10, lead, head) : undefined;
  if (set !== undefined) return set;
  if (MOBILES[three] === 1) return MOBILE;
  // 02x + 7 is a new landline with a digit missing unless the writer set the old area code apart.
  if (three >= 20 && three < 30 && head !== 3) return undefined;
  return oldLandline(10, lead, 2) ?? oldLandline(10, lead, 3);
}

/** An area code of today and a subscriber number whose first digit is `lowest` or above: 2 in the plan. Of eleven digits. */
function isLandline(lead: number, lowest: number): boolean {
  const four = firstFour(lead);
  const three = firstThree(lead);
  if (three === 24 || three === 28) return four % 10 >= lowest;
  return AREAS[four] === 1 && lead % 10 >= lowest;
}

function oldLandline(count: number, lead: number, areaLength: number): PlanReading | undefined {
  const code = areaLength === 4 ? firstFour(lead) : areaLength === 3 ? firstThree(lead) : firstTwo(lead);
  const area = LANDLINES_BEFORE[areaLength - 2]?.get(code);
  if (area === undefined) return undefined;
  // Today's number has eleven digits; +84 stands for its 0.
  const whole = area.head.length - '+84'.length + 1 + count - areaLength === 11;
  const next = areaLength === 4 ? lead : areaLength === 3 ? firstFour(lead) : firstThree(lead);
  return whole && next % 10 >= 2 ? area : undefined;
}

// Of the first five digits. Whole numbers divide quicker than others.
function firstFour(lead: number): number {
  return (lead / 10) | 0;
}

function firstThree(lead: number): number {
  return (lead / 100) | 0;
}

function firstTwo(lead: number): number {
  return (lead / 1000) | 0;
}
