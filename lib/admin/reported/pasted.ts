/** The numbers of a text that was pasted: what is taken, what is left and why. Pure. */
import type { NumbersInText } from '../../numbers/types';

export const LEFT_REASONS = ['masked', 'short', 'official', 'listed'] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

export interface TakenNumber {
  readonly number: string;
  /** As it stood in the text, the first time. */
  readonly raw: string;
  readonly count: number;
}

export interface LeftNumber extends TakenNumber {
  readonly why: LeftReason;
}

export interface Pasted {
  readonly taken: readonly TakenNumber[];
  readonly left: readonly LeftNumber[];
}

export interface KnownNumbers {
  readonly official: (number: string) => boolean;
  /** The number stands in the draft already. */
  readonly listed: (number: string) => boolean;
}

/**
 * Sorts what the recogniser found. Short and emergency codes are never reported; official numbers only by the explicit
 * step of the entry form; those that are listed already stay as they are.
 */
export function sortPasted({ numbers, masked }: NumbersInText, known: KnownNumbers): Pasted {
  const seen = new Map<string, { raw: string; count: number; why?: LeftReason }>();
  const count = (key: string, raw: string, why: LeftReason | undefined) => {
    const before = seen.get(key);
    if (before) before.count += 1;
    else seen.set(key, { raw, count: 1, ...(why && { why }) });
  };
  for (const { number, raw, type } of numbers) {
    const why =
      type === 'short'
        ? 'short'
        : known.official(number)
          ? 'official'
          : known.listed(number)
            ? 'listed'
            : undefined;
    count(number, raw, why);
  }
  for (const { raw } of masked) count(raw, raw, 'masked');
  const taken: TakenNumber[] = [];
  const left: LeftNumber[] = [];
  for (const [number, { raw, count: times, why }] of seen) {
    if (why) left.push({ number, raw, count: times, why });
    else taken.push({ number, raw, count: times });
  }
  return { taken, left };
}
