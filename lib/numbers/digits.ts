import type { Units } from '../text/units';

/** More than the longest number, its figures and what one word adds to them. */
const ROOM = 40;
/** So many digits of a number are all that the plan asks about, besides their count. */
export const LEAD = 5;
/** Any three digits as text: quicker to put together than one by one. */
const THREES = Array.from({ length: 1000 }, (_, value) => String(value).padStart(3, '0'));

/** Digits that are put together: memory for one number, used again for the next. */
export class Digits {
  private readonly figures = new Uint8Array(ROOM);
  private count = 0;

  get length(): number {
    return this.count;
  }

  clear(): void {
    this.count = 0;
  }

  /** @param figure 0 to 9 */
  push(figure: number): void {
    this.figures[this.count++] = figure;
  }

  /** The figure at a place, -1 behind the last. */
  at(place: number): number {
    return place < this.count ? (this.figures[place] ?? -1) : -1;
  }

  /** Puts ASCII digits behind the last. */
  append(digits: string): void {
    for (let index = 0; index < digits.length; index++) this.push(digits.charCodeAt(index) - 0x30);
  }

  /** Puts the ASCII digits of a piece of a text behind the last. */
  appendFrom(text: Units, start: number, end: number): void {
    const { figures } = this;
    const { codes } = text;
    let { count } = this;
    for (let index = start; index < end; index++) figures[count++] = (codes[index] ?? 0) - 0x30;
    this.count = count;
  }

  /** Five digits from a place on, as a number; noughts stand for those that are not there. */
  leadAt(place: number): number {
    if (place + LEAD <= this.count) return this.threeAt(place) * 100 + (this.threeAt(place + 2) % 100);
    let lead = 0;
    for (let index = place; index < place + LEAD; index++) lead = lead * 10 + Math.max(0, this.at(index));
    return lead;
  }

  /**
   * As ASCII, from a place on and up to another.
   * @param head what they are put behind
   */
  slice(start: number, end = this.count, head = ''): string {
    let text = head;
    let place = start;
    for (; place + 3 <= end; place += 3) text += THREES[this.threeAt(place)] ?? '';
    for (; place < end; place++) text += String.fromCharCode(0x30 + (this.figures[place] ?? 0));
    return text;
  }

  /** Three digits from a place on, as a number. */
  private threeAt(place: number): number {
    const { figures } = this;
    return (figures[place] ?? 0) * 100 + (figures[place + 1] ?? 0) * 10 + (figures[place + 2] ?? 0);
  }
}
