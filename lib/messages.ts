/**
 * Every message between page, background and pages, typed once: name -> (arguments) => result. Arguments and sender
 * are validated where a message arrives (lib/message-server.ts); results come from our own code and are trusted.
 */
import * as v from 'valibot';
import type { Verdict } from './analysis/types';
import type {
  CardFacts,
  CardUnit,
  ListsView,
  NoticesView,
  PageFindings,
  SaveOutcome,
  UnitPlace,
} from './page/views';
import { LANGUAGES, type Language } from './i18n/translate';
import type { MessageErrorCode } from './message-error';
import type { FeedErrorCode } from './lists/feed/feed-error';
import type { FeedsView } from './lists/feed/view';
import { ChosenFeed } from './lists/feed/wanted';
import type { PageSite } from './lists/page-site';
import { CALL_QUESTIONS } from './report/call';
import { MARKS, type MarkKind } from './report/marks';
import { SettingsChange, SiteHost, type EffectiveSettings } from './settings/schema';
import type { Sensitivity } from './phrasing/sensitivity';
import { TROUBLE_TASKS, type Troubles } from './troubles';
import { MAX_BATCH, MAX_BEFORE, MAX_BEFORE_TEXT, MAX_UNIT_TEXT } from './page/limits';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const optionalText = (max: number) => v.optional(text(max));
const frameUnit = { frameId: v.pipe(v.number(), v.integer(), v.minValue(0)), unitId: text(40) };

/** SHA-256 in hex, see entrypoints/background/hidden.ts. */
const hideKey = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** SHA-256 of a feed's first root. */
const feedId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const unit = v.object({
  text: text(MAX_UNIT_TEXT),
  sender: v.optional(
    v.object({
      name: optionalText(300),
      address: optionalText(300),
      replyTo: optionalText(300),
      profile: optionalText(300),
    }),
  ),
  links: v.optional(
    v.pipe(v.array(v.object({ text: text(500), href: text(2_000) })), v.maxLength(50), v.readonly()),
  ),
  before: v.optional(v.pipe(v.array(text(MAX_BEFORE_TEXT)), v.maxLength(MAX_BEFORE), v.readonly())),
});

/** Who may send a message: the watcher in a page, or one of our own extension pages. */
export type SenderKind = 'page' | 'extension';

const request = <const S extends v.GenericSchema>(args: S, from: readonly SenderKind[]) => ({ args, from });
/** Pages of the extension that the background opens in a tab. */
export const EXTENSION_PAGES = ['notice', 'practice', 'evidence', 'options', 'quiz', 'welcome'] as const;

const PAGE = ['page', 'extension'] as const; // the practice page watches itself
const EXTENSION = ['extension'] as const;

/** What the background answers. */
export const REQUESTS = {
  /** A watcher starts in a frame: is this site watched, and where do its messages lie? */
  'page-start': request(v.object({}), PAGE),
  judge: request(v.object({ units: v.pipe(v.array(unit), v.maxLength(MAX_BATCH)) }), PAGE),
  /** Injects the overlay into the sender's frame. */
  'need-overlay': request(v.object({}), PAGE),
  /** The looks of marks, for shadow trees into which the document's do not reach. */
  'highlight-sheet': request(v.object({}), PAGE),
  'card-facts': request(v.object({}), PAGE),
  /** A unit of a subframe opens its card in the top frame. */
  'open-card': request(v.object({ unitId: text(40), born: v.number(), unit, focus: v.boolean() }), PAGE),
  /** The top frame asks what became of the unit whose card it shows. */
  'card-unit': request(v.object({ ...frameUnit, born: v.number() }), PAGE),
  /** What was pressed in the top frame's card goes back to the unit's frame. */
  'card-action': request(
    v.object({
      ...frameUnit,
      action: v.picklist(['reveal', 'hide', 'unhide']),
      reason: v.optional(v.number()),
    }),
    PAGE,
  ),
  'page-changed': request(v.object({}), PAGE),
  /** Remembers that the person hid a unit, or forgets it. */
  hide: request(v.object({ key: hideKey, hidden: v.boolean() }), PAGE),
  'open-page': request(v.object({ page: v.picklist(EXTENSION_PAGES), part: optionalText(100) }), PAGE),
  'page-findings': request(v.object({ tabId: v.number() }), EXTENSION),
  'show-unit': request(v.object({ tabId: v.number(), ...frameUnit }), EXTENSION),
  'hide-unit': request(
    v.object({ tabId: v.number(), ...frameUnit, key: hideKey, hidden: v.boolean() }),
    EXTENSION,
  ),
  check: request(v.object({ text: text(MAX_UNIT_TEXT) }), EXTENSION),
  /** Begins evidence of a unit of a page, of a text, or of a call: the evidence page opens with a draft. */
  'evidence-unit': request(v.object({ tabId: v.number(), ...frameUnit }), EXTENSION),
  'evidence-text': request(v.object({ text: text(MAX_UNIT_TEXT) }), EXTENSION),
  'evidence-call': request(
    v.object({ yes: v.pipe(v.array(v.picklist(CALL_QUESTIONS)), v.maxLength(CALL_QUESTIONS.length)) }),
    EXTENSION,
  ),
  /** What the person says of a unit, or of a text they looked up; without a kind the mark is taken back. */
  'mark-unit': request(
    v.object({
      tabId: v.number(),
      ...frameUnit,
      key: v.optional(hideKey),
      kind: v.optional(v.picklist(MARKS)),
    }),
    EXTENSION,
  ),
  'mark-text': request(
    v.object({ text: text(MAX_UNIT_TEXT), kind: v.optional(v.picklist(MARKS)) }),
    EXTENSION,
  ),
  /** The settings in force, after a change or the switch of one site where given; `reset` forgets the person's. */
  settings: request(
    v.object({
      change: v.optional(SettingsChange),
      site: v.optional(v.object({ host: SiteHost, on: v.boolean() })),
      reset: v.optional(v.boolean()),
    }),
    EXTENSION,
  ),
  /** A message for each step of sensitivity that is warned of from there on. */
  'sensitivity-examples': request(v.object({}), EXTENSION),
  /** Sites were allowed or forbidden: the watcher follows. */
  'sites-changed': request(v.object({}), EXTENSION),
  /** Keeps a unit of this frame, or of another one of the tab, as evidence; the card asks. */
  'save-evidence': request(v.object({ unitId: text(40), frameId: v.optional(frameUnit.frameId) }), PAGE),
  lists: request(v.object({}), EXTENSION),
  /** The sites that were read in the general way lately, with the ISO date. */
  'general-sites': request(v.object({}), EXTENSION),
  /** The feeds that are followed. */
  feeds: request(v.object({}), EXTENSION),
  /** Follows a feed if its lists can be had now. */
  'feed-add': request(ChosenFeed, EXTENSION),
  /** Follows again a feed that was removed a moment ago. */
  'feed-restore': request(ChosenFeed, EXTENSION),
  'feed-scope': request(v.object({ id: feedId, scope: ChosenFeed.entries.scope }), EXTENSION),
  'feed-remove': request(v.object({ id: feedId }), EXTENSION),
  /** Asks a feed now, new roots included. */
  'feed-update': request(v.object({ id: feedId }), EXTENSION),
  /** The version after which changes were not read yet. */
  changes: request(v.object({}), EXTENSION),
  'changes-read': request(v.object({}), EXTENSION),
  /** Notices that were not opened yet, and whether new ones are told by a notification. */
  notices: request(v.object({}), EXTENSION),
  'notice-read': request(v.object({ id: text(100) }), EXTENSION),
  notify: request(v.object({ on: v.boolean() }), EXTENSION),
  /** What failed in the background while no page waited for the answer. */
  troubles: request(v.object({}), EXTENSION),
  'trouble-read': request(v.object({ task: v.picklist(TROUBLE_TASKS) }), EXTENSION),
  'site-allowed': request(v.object({ tabId: v.number() }), EXTENSION),
  language: request(v.object({ language: v.optional(v.picklist(LANGUAGES)) }), EXTENSION),
} as const;

/** What each request gives. */
export interface Results {
  'page-start': { watch: boolean; sites: PageSite[] };
  judge: { units: JudgedUnit[] };
  'need-overlay': null;
  'highlight-sheet': string;
  'card-facts': CardFacts;
  'open-card': { shown: boolean };
  /** As it is read now; null where its frame shows it no longer, is gone or does not answer. */
  'card-unit': CardUnit | null;
  'card-action': null;
  'page-changed': null;
  hide: null;
  'open-page': null;
  'page-findings': PageFindings;
  'show-unit': null;
  'hide-unit': null;
  check: LookedUp & { mark?: MarkKind | undefined };
  'evidence-unit': null;
  'evidence-text': null;
  'evidence-call': null;
  'save-evidence': { outcome: SaveOutcome };
  'mark-unit': null;
  'mark-text': null;
  settings: EffectiveSettings;
  'sensitivity-examples': Partial<Record<Sensitivity, string>>;
  'sites-changed': null;
  lists: ListsView;
  'general-sites': Record<string, string>;
  feeds: FeedsView;
  /** `known`: it is followed already. */
  'feed-add': { error?: FeedErrorCode | 'known' };
  'feed-restore': null;
  'feed-scope': null;
  'feed-remove': null;
  'feed-update': null;
  changes: { since: string | undefined };
  'changes-read': null;
  notices: NoticesView;
  'notice-read': null;
  notify: null;
  troubles: Troubles;
  'trouble-read': null;
  'site-allowed': null;
  language: Language;
}

/** A verdict and its numbers as they are written for people: `displays` goes by the number's E.164 or short form. */
export interface LookedUp {
  verdict: Verdict;
  displays: Record<string, string>;
}

/** A verdict with the key under which the person may have hidden it. */
export interface JudgedUnit extends LookedUp {
  key: string;
  hidden: boolean;
}

/** Draws the card of another frame's unit; sent by the background to the overlay of the top frame. */
export interface RemoteCard {
  name: 'frame-card';
  place: UnitPlace;
  judged: JudgedUnit;
  focus: boolean;
}

export type RequestName = keyof typeof REQUESTS;
export type Arguments<N extends RequestName> = v.InferOutput<(typeof REQUESTS)[N]['args']>;

export type Reply<N extends RequestName> =
  { ok: true; value: Results[N] } | { ok: false; code: MessageErrorCode; message: string };
