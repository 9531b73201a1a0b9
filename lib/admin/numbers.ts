/** The recogniser as the console asks it. Pure. */
import { findNumbers } from '../numbers/find-numbers';
import type { FoundNumber } from '../numbers/types';
import { fold } from '../text/fold';
import { sortPasted, type KnownNumbers, type Pasted } from './reported/pasted';

/** A short code that stands alone: in running text it is one only beside words of calling. */
const LONE_CODE = /^\d{2,5}$/;

/** The numbers of a cell or a field. */
export function numbersIn(text: string): readonly Pick<FoundNumber, 'number' | 'type'>[] {
  const alone = text.trim();
  return LONE_CODE.test(alone) ? [{ number: alone, type: 'short' }] : findNumbers(fold(text)).numbers;
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
