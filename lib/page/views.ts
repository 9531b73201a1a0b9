/** What the background hands to card and popup. */
import type { Language } from '../i18n/translate';
import type { Hotline, Organisation } from '../lists/schema-directory';
import type { JudgedUnit } from '../messages';
import type { FrameReport } from './report';

/** A unit as the card shows it, away from its page. */
export interface CardUnit {
  readonly unitId: string;
  readonly judged: JudgedUnit;
}

/** What every card shows beside the verdict. */
export interface CardFacts {
  readonly language: Language;
  /** ISO date of today, for the age of entries. */
  readonly now: string;
  readonly hotlines: readonly HotlineView[];
}

/** A line to call, with the name of whom it reaches. */
export interface HotlineView {
  readonly hotline: Hotline;
  readonly organisation: Organisation;
  readonly display: string;
}

/** What was found in a tab: not watched, not readable (browser pages), or its frames. */
export type PageFindings =
  | { readonly state: 'unreadable' }
  | { readonly state: 'not-allowed'; readonly origin: string }
  | {
      readonly state: 'watched';
      readonly frames: readonly { readonly frameId: number; readonly report: FrameReport }[];
    };
