/** What is known of one frame: its units with their verdicts, shared between watcher and overlay. */
import { LEVELS } from '../analysis/types';
import type { JudgedUnit } from '../messages';
import type { FrameReport, ReportedUnit } from './report';
import type { Style } from './painter';
import type { UnitContent } from './read-unit';
import { MAX_REPORTED } from './limits';
import { isConnected } from './dom';
import { onAbort } from '../on-abort';

/** Ranges painted in one style. */
export interface Mark {
  readonly look: Style;
  readonly ranges: readonly Range[];
  /** What they held that showed when it was looked at last. */
  words: string;
}

/** A unit with its verdict and what was painted of it. */
export interface SeenUnit {
  readonly id: string;
  readonly root: Element;
  readonly content: UnitContent;
  readonly judged: JudgedUnit;
  /** Live ranges of each reason, by index. */
  readonly reasonRanges: readonly (readonly Range[])[];
  readonly paint: readonly Mark[];
  /** What the popup shows of its words, once it was told of: a page that grows is reported anew and anew. */
  excerpt?: string;
  hidden: boolean;
}

/** What a session tells, and of what. */
interface SessionEvents {
  /** Units came, went or were hidden. */
  readonly change: [];
  /** The person asks for a unit's card. */
  readonly open: [unit: SeenUnit];
  /** A unit's words are to be scrolled to and pulsed, those of one reason where its index is given. */
  readonly reveal: [unit: SeenUnit, reason?: number];
  /** A unit was hidden, or is shown again. */
  readonly hidden: [unit: SeenUnit];
  /** Other lists or settings are in use: everything is judged again. */
  readonly lists: [];
  /** What lies far from the view is read too, now and later. */
  readonly whole: [];
}

interface Listener<K extends keyof SessionEvents = keyof SessionEvents> {
  readonly type: K;
  readonly hear: (...detail: SessionEvents[K]) => void;
}

/** No EventTarget: in Firefox a content script's subclass of a class of the page loses its own methods. */
export class PageSession {
  readonly #listeners = new Set<Listener>();
  readonly units = new Map<string, SeenUnit>();
  /** Keys of units whose card has opened by itself once, the newest last: kept by the overlay. */
  readonly opened = new Set<string>();
  /** True where more was found than is kept or painted. */
  hasMore = false;
  /** True where what lies far from the view is read too. */
  whole = false;
  /** The site's name where its selectors find nothing, so that the page is read in the general way. */
  lostSite: string | undefined;
  /** True once the overlay listens. */
  hasOverlay = false;

  constructor(readonly signal: AbortSignal) {}

  /** Calls `hear` at each event of a type until the signal ends. */
  on<K extends keyof SessionEvents>(
    type: K,
    hear: (...detail: SessionEvents[K]) => void,
    signal: AbortSignal,
  ): void {
    const listener = { type, hear } as unknown as Listener;
    this.#listeners.add(listener);
    onAbort(signal, () => this.#listeners.delete(listener));
  }

  /** Tells all who listen. */
  tell<K extends keyof SessionEvents>(type: K, ...detail: SessionEvents[K]): void {
    for (const listener of this.#listeners) if (listener.type === type) listener.hear(...detail);
  }

  /** Has what lies far from the view read too: the person asks what was found. */
  readWhole(): void {
    // The popup asks each second.
    if (this.whole) return;
    this.whole = true;
    this.tell('whole');
  }

  /** Hides a unit and every other of this frame that says the same, or shows them again. */
  setHidden({ judged }: SeenUnit, hidden: boolean): void {
    for (const unit of this.units.values()) {
      if (unit.judged.key !== judged.key) continue;
      unit.hidden = hidden;
      this.tell('hidden', unit);
    }
  }

  /** Units that are shown to people, the most serious first, then in page order. */
  shown(): SeenUnit[] {
    return [...this.units.values()]
      .filter((unit) => unit.judged.verdict.level !== 'none')
      .sort(bySeriousness);
  }

  /** What the popup and the badge are told of this frame: the most serious first. */
  report(): FrameReport {
    const units = [...this.units.values()].filter(({ root }) => isConnected(root)).sort(bySeriousness);
    return {
      units: units.slice(0, MAX_REPORTED).map(asReported),
      truncated: this.hasMore || units.length > MAX_REPORTED,
      general: this.lostSite,
    };
  }
}

function asReported(unit: SeenUnit): ReportedUnit {
  const { id, judged, hidden, content } = unit;
  // Control and direction characters would be read aloud, or turn the popup's own words.
  unit.excerpt ??= content.unit.text
    .slice(0, 999)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 120);
  return { id, key: judged.key, verdict: judged.verdict, excerpt: unit.excerpt, hidden };
}

/** The most serious first. */
function bySeriousness(a: SeenUnit, b: SeenUnit): number {
  return rank(b) - rank(a);
}

/** How serious a unit is, from 0 on. */
export function rank({ judged }: Pick<SeenUnit, 'judged'>): number {
  return LEVELS.indexOf(judged.verdict.level);
}

const KEY = Symbol.for('canh-giac.session');
type Shared = typeof globalThis & { [KEY]?: PageSession };

/** The session of this frame in the extension's own world: content scripts of one frame share it, pages never see it. */
export function sharedSession(): PageSession | undefined {
  const session = (globalThis as Shared)[KEY];
  return session?.signal.aborted ? undefined : session;
}

/** Makes `session` the one of this frame. */
export function shareSession(session: PageSession): void {
  (globalThis as Shared)[KEY] = session;
}
