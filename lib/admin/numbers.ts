/** The recogniser as the console asks it. Pure. */
import { findNumbers } from '../numbers/find-numbers';
import type { FoundNumber } from '../numbers/types';
import { fold } from '../text/fold';
import { sortPasted, type KnownNumbers, type Pasted } from './reported/pasted';

/** A short code that stands alone: in running text it is one only beside words of calling. */
const LONE_CODE = /^\d{2,5}$/;

/** A spreadsheet that takes a phone number for a number drops the zero in front. */
const ZERO_LOST = /^[2-9]\d{8,9}$/;

/** The numbers of a cell or a field. */
export function numbersIn(text: string): readonly Pick<FoundNumber, 'number' | 'type'>[] {
  const alone = text.trim();
  if (LONE_CODE.test(alone)) return [{ number: alone, type: 'short' }];
  const { numbers } = findNumbers(fold(text));
  return numbers.length === 0 && ZERO_LOST.test(alone) ? findNumbers(fold(`0${alone}`)).numbers : numbers;
}

/** True where a cell holds a phone number. */
export function holdsNumber(cell: string): boolean {
  return numbersIn(cell).some(({ type }) => type !== 'short');
}

/** What a text that was pasted brings. */
export function readPasted(text: string, known: KnownNumbers): Pasted {
  return sortPasted(findNumbers(fold(text)), known);
}

export type TypedState = 'ready' | 'none' | 'several' | 'short' | 'official';

export interface TypedNumber {
  readonly number?: string;
  readonly state: TypedState;
}

/** The one number that a person typed, and whether it may be reported. */
export function typedNumber(text: string, official: (number: string) => boolean): TypedNumber {
  const [only, ...others] = numbersIn(text);
  if (!only) return { state: 'none' };
  if (others.length > 0) return { state: 'several' };
  const { number, type } = only;
  if (type === 'short') return { number, state: 'short' };
  return { number, state: official(number) ? 'official' : 'ready' };
}
