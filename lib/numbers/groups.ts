import type { Offsets } from '../text/offsets';
import type { Units } from '../text/units';
import { ALONE } from './alone';
import { isDigit } from './code-units';
import { Digits } from './digits';

/** 84 and ten digits; after 00 there are more. */
const MAX_DIGITS = 12;
const BLANK = 0x20;
const CLOSE = 0x29;
const DASH = 0x2d;
const STOP = 0x2e;

/** Groups of figures that are cut by one sign throughout: memory for one number, used again for the next. */
export class Groups {
  readonly digits = new Digits();
  /** How many there are. */
  count = 0;
  /** Digits of the first one. */
  head = 0;
  /** What stands between two of them, 0 where there is one; a blank where the first stands in brackets. */
  sign = 0;
  /** Where the last one ends. */
  end = 0;

  /**
   * Reads the groups that start with a digit run; false where something else stands between or near, or a digit by itself:
   * those have readings of their own. O(1).
   * @param bracketed a bracket opens before the first group, so one closes behind it: '(028) 3823 1234'
   */
  read(text: Units, marks: Offsets, index: number, bracketed: boolean): boolean {
    const { digits } = this;
    digits.clear();
    this.count = this.sign = 0;
    for (let start = marks.at(index); ;) {
      let end = start + 1;
      while (isDigit(text.charCodeAt(end))) if (++end - start > MAX_DIGITS) return false;
      if (end - start === 1 || digits.length + end - start > MAX_DIGITS) return false;
      digits.appendFrom(text, start, end);
      this.end = end;
      if (++this.count === 1) this.head = end - start;
      start = marks.at(index + this.count);
      if (start - end >= ALONE) return !bracketed || this.count > 1;
      if (bracketed && this.count === 1) {
        if (start - end !== 2 || text.charCodeAt(end) !== CLOSE || text.charCodeAt(end + 1) !== BLANK)
          return false;
        this.sign = BLANK;
      } else if (start - end !== 1 || !this.goesOn(text.charCodeAt(end))) return false;
    }
  }

  private goesOn(sign: number): boolean {
    if (this.sign !== 0) return sign === this.sign;
    this.sign = sign;
    return sign === BLANK || sign === STOP || sign === DASH;
  }
}
