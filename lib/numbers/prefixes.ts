import type { Digits } from './digits';
import { planReading, type PlanReading } from './plan';

/** Written with + or 00 (international), with 84 alone, or as in the country. */
export type Prefix = 'plus' | 'zeros' | 'bare' | 'national';

/** Digits of another country, unproved. */
export const FOREIGN: PlanReading = { type: 'foreign', old: false, head: '+', cut: 0 };
/** No reading is shorter, nor any of Vietnam. */
const SHORTEST = 7;
const LONGEST_FOREIGN = 15;

/** Reads digits that grow: what stands before the national ones, then those by the plan. */
export class PrefixReader {
  prefix: Prefix = 'national';
  /** Where the digits start that follow the head of the reading. */
  from = 0;
  private plus = false;
  private bracketed = false;
  private head = 0;
  private second = 0;

  constructor(private readonly digits: Digits) {}

  /**
   * @param plus one stands before the digits
   * @param head, second, bracketed how they are grouped (see Setting of ./plan)
   */
  start(plus: boolean, head: number, second: number, bracketed: boolean): void {
    this.plus = plus;
    this.head = head;
    this.second = second;
    this.bracketed = bracketed;
  }

  /** What the digits are that were put together so far. */
  read(): PlanReading | undefined {
    const { digits, plus, head } = this;
    const count = digits.length;
    if (count < SHORTEST) return undefined;
    const zeros = !plus && digits.at(0) === 0 && digits.at(1) === 0;
    const skip = zeros ? 2 : 0;
    const home = digits.at(skip) === 8 && digits.at(skip + 1) === 4;
    this.prefix = plus ? 'plus' : zeros ? 'zeros' : home ? 'bare' : 'national';
    if (home) return this.readAbroad(skip + 2, Math.max(0, head - skip - 2));
    if (!plus && !zeros) return this.plan(0, digits.leadAt(0), count, head, this.second, this.bracketed);
    this.from = skip;
    const fits = count - skip >= SHORTEST && count - skip <= LONGEST_FOREIGN;
    return fits && digits.at(skip) !== 0 ? FOREIGN : undefined;
  }

  /** Digits after 84: without the leading 0, with it in brackets or by mistake, or a service number. */
  private readAbroad(start: number, head: number): PlanReading | undefined {
    const count = this.digits.length - start;
    const lead = this.digits.leadAt(start);
    const bare = this.digits.at(start) === 0 ? undefined : (lead / 10) | 0;
    return (
      (bare === undefined ? undefined : this.plan(start - 1, bare, count + 1, head + 1, 0, false)) ??
      this.plan(start, lead, count, head + 1, 0, false)
    );
  }

  private plan(
    start: number,
    lead: number,
    count: number,
    head: number,
    second: number,
    bracketed: boolean,
  ): PlanReading | undefined {
    const reading = planReading(count, lead, head, second, bracketed);
    if (reading !== undefined) this.from = start + reading.cut;
    return reading;
  }
}
