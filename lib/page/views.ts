/** What the background hands to card and popup. */
import type { Language, Localised } from '../i18n/translate';
import type { Directory } from '../lists/schema-directory';
import type { OfficialContact } from '../lists/standing';
import type { JudgedUnit } from '../messages';
import type { Appearance } from '../settings/schema';
import type { FrameReport } from './report';

/** Where a unit lies: names of units count anew in each document of a frame. */
export interface UnitPlace {
  readonly frameId: number;
  readonly unitId: string;
  /** When the frame's document began: `performance.timeOrigin`. */
  readonly born: number;
}

/** A unit as the card shows it, away from its page. */
export interface CardUnit {
  readonly unitId: string;
  readonly judged: JudgedUnit;
  /** The person has hidden it, here or elsewhere. */
  readonly hidden?: boolean | undefined;
}

/** A contact of the directory with its number in look-up form. */
export interface HotlineContact extends OfficialContact {
  readonly number: string;
}

/** What became of evidence that the card was asked to save; `asked`: a page of ours asks first, `full`: no room. */
export type SaveOutcome = 'saved' | 'asked' | 'practice' | 'full' | 'failed';

/** What every card shows beside the verdict. */
export interface CardFacts {
  readonly language: Language;
  readonly appearance: Appearance;
  /** At danger the card opens without a press. */
  readonly opensItself: boolean;
  /** ISO date of today, for the age of entries. */
  readonly now: string;
  readonly hotlines: readonly HotlineContact[];
  /** The hotlines' numbers as they are written for people. */
  readonly displays: Readonly<Record<string, string>>;
}

/** What was found in a tab: not watched, not readable (browser pages), or its frames. */
export type PageFindings =
  | { readonly state: 'unreadable' }
  | { readonly state: 'not-allowed'; readonly origin: string }
  | {
      readonly state: 'watched';
      readonly frames: readonly { readonly frameId: number; readonly report: FrameReport }[];
    };

/** Notices that are new or changed. */
export interface NoticesView {
  /** Those that were not opened yet. */
  readonly fresh: readonly { readonly id: string; readonly title: Localised }[];
  /** The person wants a notification of new ones. */
  readonly notify: boolean;
}

/** The lists in use, for the extension's pages. */
export interface ListsView {
  readonly directory: Directory;
  readonly version: string;
  /** ISO date of publication. */
  readonly published: string;
  /** True while only the lists that came with the extension are in use. */
  readonly embedded: boolean;
  /** True where lists of a feed are in use that may no longer be the newest. */
  readonly stale: boolean;
  /** The feed behind each notice that is not the directory's own, by the notice's id. */
  readonly noticeFeeds: Readonly<Record<string, Localised>>;
  /** Stable code of what keeps the lists out of the local store, if anything does. */
  readonly error?: string | undefined;
}
