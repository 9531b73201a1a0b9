/** The words of lib/analysis: what is read (unit), what is found in it (findings) and what follows (verdict). */
import type { Localised } from '../i18n/translate';
import type { NumberType } from '../numbers/types';
import type { Standing } from '../lists/standing';

/** From quiet to loud: nothing seen; speaks about scams; be careful; the scammer's voice. */
export const LEVELS = ['none', 'notice', 'caution', 'danger'] as const;
export type Level = (typeof LEVELS)[number];

/** Who wrote a unit, as far as the page says. */
export interface Sender {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly replyTo?: string | undefined;
  /** The sender's page on a social site, without query. */
  readonly profile?: string | undefined;
}

/** A link of a unit: the text shown and where it leads. */
export interface UnitLink {
  readonly text: string;
  readonly href: string;
}

/** One turn of a conversation inside a unit. */
export interface Turn {
  readonly from: string;
  readonly text: string;
}

/** One message, post, comment, mail body or chat bubble: what gets one verdict. */
export interface Unit {
  readonly text: string;
  readonly sender?: Sender | undefined;
  readonly links?: readonly UnitLink[] | undefined;
  readonly turns?: readonly Turn[] | undefined;
  /** What the same sender said right before, oldest first: heard with the text, where the text carries on. */
  readonly before?: readonly string[] | undefined;
}

interface Place {
  /** The words as they stand in the unit's text. */
  readonly raw: string;
  /** UTF-16 offsets into the unit's text. */
  readonly start: number;
  readonly end: number;
}

export interface PhoneFinding extends Place {
  readonly kind: 'phone';
  /** E.164 for subscriber numbers; bare digits for short codes and 1800/1900. */
  readonly number: string;
  readonly type: NumberType;
  /** What is known of the number; filled in by analyse from the lists. */
  readonly standing: Standing;
  /** How the number was hidden, where it was. */
  readonly disguise?: string | undefined;
  /** True where a form from before 2017/2018 was written. */
  readonly old?: boolean | undefined;
}

export interface PhraseFinding extends Place {
  readonly kind: 'phrase';
  /** Id of a concept of the phrase pack. */
  readonly concept: string;
}

export interface MaskedFinding extends Place {
  readonly kind: 'masked';
}

export interface LinkFinding extends Place {
  readonly kind: 'link';
  readonly href: string;
  readonly lookalikeOf?: string | undefined;
}

export interface SenderFinding {
  readonly kind: 'sender';
  /** Whom the sender claims to be. */
  readonly claims: string;
  readonly address: string;
  readonly why: string;
}

export type Finding = PhoneFinding | PhraseFinding | MaskedFinding | LinkFinding | SenderFinding;

/** Why a verdict stands above none: a sentence for people and its place in the text. */
export interface Reason {
  /** Id of a concept of the phrase pack, or a code of this module such as `number-reported`. */
  readonly code: string;
  /** One calm sentence in each language. */
  readonly text: Localised;
  readonly start: number;
  readonly end: number;
}

export interface Verdict {
  readonly level: Level;
  /** 0 to 1: how sure the judge is that the scammer speaks here. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly findings: readonly Finding[];
}
