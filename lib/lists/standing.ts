import type { Localised } from '../i18n/translate';

/** What the lists say of one number. */
export const STANDING_KINDS = ['official', 'reported', 'both', 'unknown'] as const;
export type StandingKind = (typeof STANDING_KINDS)[number];

/** A directory contact that a number belongs to. */
export interface OfficialContact {
  readonly organisation: Localised;
  /** What the line is for. */
  readonly purpose: Localised;
  /** Who printed the number, and where and when (ISO date, as exact as the source: 2024, 2024-03 or 2024-03-05). */
  readonly publisher: string;
  readonly url: string;
  readonly date?: string | undefined;
  /** Set where the office is gone or the line is no longer in use. */
  readonly validTo?: string | undefined;
  /** What to know about it today, such as a merger. */
  readonly note?: Localised | undefined;
}

/** One published report of a number. */
export interface Report {
  readonly category: string;
  /** Whom the callers pretended to be and what they wanted. */
  readonly pretends: Localised;
  /** The authority that warned; absent where only a paper printed a list. */
  readonly authority?: string | undefined;
  readonly publisher: string;
  readonly url: string;
  /** ISO date, as exact as the source. */
  readonly date: string;
  readonly strength: 'strong' | 'weak';
  /** The feed that brought it; absent for what came with the extension. */
  readonly feed?: { readonly name: Localised; readonly contact?: string | undefined } | undefined;
  /** True for the invented entries of the practice pages. */
  readonly practice?: boolean | undefined;
}

export interface Standing {
  readonly kind: StandingKind;
  readonly official?: OfficialContact | undefined;
  readonly reports?: readonly Report[] | undefined;
}

/** The standing of a number that no list names. */
export const UNKNOWN: Standing = { kind: 'unknown' };
