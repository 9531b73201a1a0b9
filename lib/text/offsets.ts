/** So many are kept room for; a text with more is rare, and its room is given back. */
const KEPT = 1024;

/** What stands behind the last offset: more than any. A small whole number, as all others are: quicker than Infinity. */
export const BEHIND = 2 ** 30 - 1;

/** Offsets of a text in order, in memory that the next text uses again. */
export class Offsets {
  private offsets = new Uint32Array(KEPT);
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** An offset by its place in the order, BEHIND behind the last. */
  at(place: number): number {
    return place < this.count ? (this.offsets[place] ?? BEHIND) : BEHIND;
  }

  push(offset: number): void {
    if (this.count === this.offsets.length) this.grow();
    this.offsets[this.count++] = offset;
  }

  clear(): void {
    this.count = 0;
    if (this.offsets.length > KEPT) this.offsets = new Uint32Array(KEPT);
  }

  /** All of them, in an array of their own. */
  toArray(): number[] {
    return Array.from(this.offsets.subarray(0, this.count));
  }

  private grow(): void {
    const longer = new Uint32Array(2 * this.count);
    longer.set(this.offsets);
    this.offsets = longer;
  }
}
