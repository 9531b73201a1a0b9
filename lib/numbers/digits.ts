import type { Units } from '../text/units';

/** More than the longest number, its figures and what one word adds to them. */
const ROOM = 40;
/** So many digits of a number are all that the plan asks about, besides their count. */
export const LEAD = 5;

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
    for (let index = start; index < end; index++) this.push(text.charCodeAt(index) - 0x30);
  }

  /** Five digits from a place on, as a number; noughts stand for those that are not there. */
  leadAt(place: number): number {
    let lead = 0;
    for (let index = place; index < place + LEAD; index++) lead = lead * 10 + Math.max(0, this.at(index));
    return lead;
  }

  /** As ASCII, from a place on and up to another. */
  slice(start: number, end = this.count): string {
    let text = '';
    for (let place = start; place < end; place++) text += String(this.figures[place] ?? 0);
    return text;
  }
}
