/** Kinds of numbers of Vietnam's numbering plan, and numbers of other countries. */
export const NUMBER_TYPES = ['mobile', 'landline', 'police', 'service', 'short', 'foreign'] as const;
/** mobile 03x..09x; landline 02xx; police 069; service 1800/1900; short 111, 113, 156, 5656 ...; foreign +.. */
export type NumberType = (typeof NUMBER_TYPES)[number];

/** A number as the recogniser found it. */
export interface FoundNumber {
  /** Offsets of the source text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** E.164 for subscriber numbers (`+842923899588`); bare digits for short codes and 1800/1900. */
  readonly number: string;
  readonly type: NumberType;
  readonly disguise?: string | undefined;
  readonly old?: boolean | undefined;
}

/** A masked number such as 0912xxx678: shown, never a number. */
export interface MaskedNumber {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

/** What one pass over a folded text gives. Numbers and masked are in text order and do not overlap. */
export interface NumbersInText {
  readonly numbers: readonly FoundNumber[];
  readonly masked: readonly MaskedNumber[];
}

/** A whole number of the plan that is written with words; offsets of the folded text. */
export interface SpokenNumber {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}
