import type { Localised } from '../i18n/translate';
import type { Status } from './compact/record';

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
  /** The feed that alone says so; absent for the directory that came with the extension. */
  readonly feed?: { readonly name: Localised } | undefined;
}

interface ReportBase {
  readonly category: string;
  /** The authority that warned; absent where only a paper printed a list. */
  readonly authority?: string | undefined;
  readonly publisher: string;
  /** ISO date, as exact as the source. */
  readonly date: string;
  readonly strength: 'strong' | 'weak';
  /** The feed that brought it; absent for what came with the extension. */
  readonly feed?: { readonly name: Localised; readonly contact?: string | undefined } | undefined;
  /** True for the invented entries of the practice pages. */
  readonly practice?: boolean | undefined;
}

/** One published report of a number. */
export interface Report extends ReportBase {
  /** Whom the callers pretended to be and what they wanted. */
  readonly pretends: Localised;
  readonly url: string;
  readonly tally?: undefined;
}

/** What a list of millions says of a number: counted reports, with no words of their own. Its date is the last month. */
export interface TalliedReport extends ReportBase {
  readonly tally: {
    /** Months of the first and the last report, `2026-03`. */
    readonly first: string;
    readonly last: string;
    /** There are at least this many reports. */
    readonly atLeast: number;
    readonly status: Status;
  };
}

/** What a list says of a number. */
export type AnyReport = Report | TalliedReport;

export interface Standing {
  readonly kind: StandingKind;
  readonly official?: OfficialContact | undefined;
  readonly reports?: readonly AnyReport[] | undefined;
  /** Where feeds say otherwise: to whom they count the number. Shown, and weighs nothing. */
  readonly claims?: readonly OfficialContact[] | undefined;
}

/** The standing of a number that no list names. */
export const UNKNOWN: Standing = { kind: 'unknown' };
