/**
 * Golomb-Rice codes: a value is its quotient by 2^k in ones, a zero, and its lowest k bits. Bits fill each byte from the
 * lowest on. Pure.
 */

/** Bits that one step reads or writes at most. */
const STEP = 24;

/** Powers of two: looking one up is many times faster than raising. */
const POWERS = Float64Array.from({ length: 51 }, (_, k) => 2 ** k);
const powerOf = (k: number) => POWERS[k] ?? 2 ** k;

/** Writes bits one after the other into bytes that grow. */
export class BitWriter {
  private bytes = new Uint8Array(4096);
  private bit = 0;

  /** Writes the lowest `count` bits (24 at most) of a value. */
  write(value: number, count: number): void {
    if ((this.bit >>> 3) + 8 > this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    const at = this.bit >>> 3;
    const rest = value << (this.bit & 7);
    this.bit += count;
    this.bytes[at] = (this.bytes[at] ?? 0) | rest;
    this.bytes[at + 1] = rest >>> 8;
    this.bytes[at + 2] = rest >>> 16;
    this.bytes[at + 3] = rest >>> 24;
  }

  /** Writes a value below 2^50. */
  rice(value: number, k: number): void {
    const divisor = powerOf(k);
    let quotient = Math.floor(value / divisor);
    let rest = value - quotient * divisor;
    if (quotient + k < STEP) {
      this.write(((1 << quotient) - 1) | (rest << (quotient + 1)), quotient + 1 + k);
      return;
    }
    for (; quotient >= STEP; quotient -= STEP) this.write(0xffffff, STEP);
    this.write((1 << quotient) - 1, quotient + 1);
    for (let left = k; left > 0; left -= STEP) {
      this.write(rest % 2 ** STEP, Math.min(left, STEP));
      rest = Math.floor(rest / 2 ** STEP);
    }
  }

  /** Goes on at the next whole byte; gives its place. */
  align(): number {
    this.bit = (this.bit + 7) & ~7;
    return this.bit >>> 3;
  }

  /** What was written, up to the last whole byte. */
  take(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.align());
  }
}

/** Reads bits one after the other, four bytes at a time. */
export class BitReader {
  private readonly words: DataView;
  private bit: number;

  /** @param from byte to begin at; the bytes must end with four that are not read */
  constructor(bytes: Uint8Array, from: number) {
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.bit = from * 8;
  }

  /** The next 25 bits or more. Throws RangeError behind the end. */
  private peek(): number {
    return this.words.getUint32(this.bit >>> 3, true) >>> (this.bit & 7);
  }

  rice(k: number): number {
    let quotient = 0;
    for (;;) {
      const zeros = ~this.peek() & 0xffffff;
      if (zeros !== 0) {
        const ones = 31 - Math.clz32(zeros & -zeros);
        quotient += ones;
        this.bit += ones + 1;
        break;
      }
      quotient += STEP;
      this.bit += STEP;
    }
    if (k === 0) return quotient;
    if (k <= STEP) {
      const low = this.peek() & ((1 << k) - 1);
      this.bit += k;
      return quotient < 64 ? (quotient << k) + low : quotient * powerOf(k) + low;
    }
    let value = 0;
    for (let done = 0; done < k; done += STEP) {
      const count = Math.min(STEP, k - done);
      value += (this.peek() & ((1 << count) - 1)) * powerOf(done);
      this.bit += count;
    }
    return quotient * powerOf(k) + value;
  }
}

/** Bits that the codes of values take together. */
export function costOf(values: ArrayLike<number>, k: number): number {
  const share = 2 ** -k;
  let bits = values.length * (k + 1);
  for (let i = 0; i < values.length; i++) bits += Math.floor((values[i] ?? 0) * share);
  return bits;
}

/** The k that writes the values in the fewest bits. Linear, a few passes. */
export function bestRice(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  // The best k lies beside the logarithm of the mean; the cost falls towards it from both sides.
  let best = Math.max(0, Math.floor(Math.log2(sum / Math.max(1, values.length) || 1)));
  let least = costOf(values, best);
  for (const step of [-1, 1]) {
    for (let k = best + step; k >= 0; k += step) {
      const bits = costOf(values, k);
      if (bits >= least) break;
      [best, least] = [k, bits];
    }
  }
  return best;
}
