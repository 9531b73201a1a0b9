/** What is known of one frame: its units with their verdicts, shared between watcher and overlay. */
import type { Level } from '../analysis/types';
import { LEVELS } from '../analysis/types';
import type { JudgedUnit } from '../messages';
import type { FrameReport, ReportedUnit } from './report';
import type { Style } from './painter';
import type { UnitContent } from './read-unit';
import { MAX_UNITS } from './limits';

/** Ranges painted in one style. */
export interface Mark {
  readonly style: Style;
  readonly ranges: readonly Range[];
}

/** A unit, or one of its reasons, to be scrolled to and pulsed. */
export interface Reveal {
  readonly unit: SeenUnit;
  readonly reason?: number | undefined;
}

/** A unit whose card is to open; with the keyboard's focus where the person asked for it. */
export interface OpenRequest {
  readonly unit: SeenUnit;
  readonly focus: boolean;
}

/** A unit with its verdict and what was painted of it. */
export interface SeenUnit {
  readonly id: string;
  readonly root: Element;
  readonly content: UnitContent;
  readonly judged: JudgedUnit;
  /** Live ranges of each reason, by index. */
  readonly reasonRanges: readonly (readonly Range[])[];
  readonly marks: readonly Mark[];
  hidden: boolean;
}

/**
 * Fires `change` when units come, go or are hidden, `open` (OpenRequest) when a unit's card is asked for, `reveal`
 * (Reveal) when its words are to be shown, `hidden` (SeenUnit) when the person hid it or took that back.
 */
export class PageSession extends EventTarget {
  readonly units = new Map<string, SeenUnit>();
  /** Keys of units whose card has opened by itself once. */
  readonly opened = new Set<string>();
  /** True where more was found than is kept or painted. */
  truncated = false;
  /** True once the overlay listens. */
  hasOverlay = false;

  constructor(
    readonly signal: AbortSignal,
    readonly top: boolean,
  ) {
    super();
  }

  /** Keeps a unit; false where there are too many. */
  add(unit: SeenUnit): boolean {
    if (this.units.size >= MAX_UNITS) {
      this.truncated = true;
      return false;
    }
    this.units.set(unit.id, unit);
    return true;
  }

  changed(): void {
    this.dispatchEvent(new Event('change'));
  }

  /** Asks the overlay to open a unit's card; the most serious one without an id. */
  open(id: string | undefined, focus: boolean): void {
    const unit = id === undefined ? this.#mostSerious() : this.units.get(id);
    if (unit) this.dispatchEvent(new CustomEvent<OpenRequest>('open', { detail: { unit, focus } }));
  }

  /** Scrolls to a unit's words, those of one reason where `reason` is its index. */
  reveal(unit: SeenUnit, reason?: number): void {
    this.dispatchEvent(new CustomEvent<Reveal>('reveal', { detail: { unit, reason } }));
  }

  setHidden(unit: SeenUnit, hidden: boolean): void {
    unit.hidden = hidden;
    this.dispatchEvent(new CustomEvent<SeenUnit>('hidden', { detail: unit }));
  }

  /** Units that are shown to people, the most serious first, then in page order. */
  shown(): SeenUnit[] {
    return [...this.units.values()]
      .filter((unit) => unit.judged.verdict.level !== 'none')
      .sort((a, b) => rank(b.judged.verdict.level) - rank(a.judged.verdict.level));
  }

  /** What the popup and the badge are told of this frame. */
  report(): FrameReport {
    const units: ReportedUnit[] = [...this.units.values()].slice(0, 200).map((unit) => ({
      id: unit.id,
      key: unit.judged.key,
      verdict: unit.judged.verdict,
      excerpt: unit.content.unit.text.trim().replace(/\s+/g, ' ').slice(0, 120),
      hidden: unit.hidden,
    }));
    return { units, truncated: this.truncated };
  }

  #mostSerious(): SeenUnit | undefined {
    return this.shown().find((unit) => !unit.hidden);
  }
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
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
