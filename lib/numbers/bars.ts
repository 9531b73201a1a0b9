import type { Units } from '../text/units';
import { isDigit, isLetter } from './code-units';
import { readPlan } from './plan';

const BAR = 0x7c;
const MOBILE = 10;
const MOST_BARS = 3;

/**
 * Where the mobile number ends that is written with bars for 1 ('09|2345678'). A bar also parts numbers and the cells of
 * tables, so it is read only inside what is a whole number with it, and then none without it.
 * @param text folded text
 * @param start offset of the first digit
 * @returns `start` where there is none. O(1)
 */
export function barredEnd(text: Units, start: number): number {
  const before = text.charCodeAt(start - 1);
  if (before === BAR || isLetter(before)) return start;
  let end = start;
  let bars = 0;
  for (; end - start <= MOBILE; end++) {
    const code = text.charCodeAt(end);
    if (code === BAR) bars++;
    else if (!isDigit(code)) break;
  }
  const whole = end - start === MOBILE && !isLetter(text.charCodeAt(end));
  if (!whole || bars === 0 || bars > MOST_BARS || !isDigit(text.charCodeAt(end - 1))) return start;
  const digits = text.slice(start, end).replaceAll('|', '1');
  const found = readPlan(digits, { head: MOBILE, second: 0, bracketed: false });
  return found?.type === 'mobile' ? end : start;
}

/** True for the sign itself. */
export function isBar(code: number): boolean {
  return code === BAR;
}
