/** Where chips stand: at the upper right corner of the part of their unit that is in view. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isConnected, isDead } from '../../lib/page/dom';
import type { SeenUnit } from '../../lib/page/session';
import { meet, type Box } from './box';
import { coverAt, type Held } from './covers';
import { clippersOf, visibleBox, type Measured } from './clips';
import { viewWidth } from './document-root';
import { onFocusMoved } from './focus-moved';
import { writingPlaces } from './writing-places';

export interface Place {
  readonly unit: SeenUnit;
  readonly top: number;
  readonly right: number;
}

/** More chips at once than fit a screen help nobody. */
const MAX_CHIPS = 60;
/** A chip with its longest word, and its distance from the unit's corner, in pixels. */
const CHIP = { width: 120, height: 30, inset: 4 };
/** How often composers and clipping containers are looked up anew: pages move things without any event. */
const LOOK_MS = 1_000;
/** What was found out of them before will do: a card looks more often, and units come and go at each step of a page that scrolls. */
const MAX_AGE_MS = 600;

/** The places of the units in view; follows scrolling, resizing and changes of the page. */
export function usePlaces(units: readonly SeenUnit[], host: Element, signal: AbortSignal): readonly Place[] {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const tracker = useRef<PlaceTracker>(undefined);
  useEffect(() => {
    const ended = new AbortController();
    tracker.current = new PlaceTracker(
      host,
      (now) => setPlaces((before) => (same(before, now) ? before : now)),
      AbortSignal.any([signal, ended.signal]),
    );
    return () => ended.abort();
  }, [host, signal]);
  useEffect(() => tracker.current?.follow(units), [units, host, signal]);
  return places;
}

/** Follows units on the screen. Costs nothing while there are none. */
class PlaceTracker {
  #units: readonly SeenUnit[] = [];
  readonly #watched = new Set<Element>();
  readonly #inView = new Set<Element>();
  #clippers = new WeakMap<Element, readonly Element[]>();
  #writing: readonly Box[] = [];
  #frame = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #observer: IntersectionObserver;
  readonly #sizes: ResizeObserver;

  constructor(
    readonly host: Element,
    readonly moved: (places: readonly Place[]) => void,
    signal: AbortSignal,
  ) {
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.#inView.add(target);
        else this.#inView.delete(target);
      }
      this.#look();
    });
    this.#sizes = new ResizeObserver(() => this.#soon());
    const soon = () => {
      if (this.#inView.size > 0) this.#soon();
    };
    const options = { capture: true, passive: true, signal };
    addEventListener('scroll', soon, options);
    onFocusMoved(() => this.#look(0), signal);
    addEventListener('resize', soon, options);
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      this.#sizes.disconnect();
      clearInterval(this.#timer);
      cancelAnimationFrame(this.#frame);
    });
  }

  /** Follows these units from now on; those followed before stay without a new look-up. O(units). */
  follow(units: readonly SeenUnit[]): void {
    this.#units = units;
    const roots = new Set(units.map(({ root }) => root));
    for (const root of [...this.#watched]) {
      if (roots.has(root)) continue;
      this.#watched.delete(root);
      this.#inView.delete(root);
      if (import.meta.env.FIREFOX && isDead(root)) continue;
      this.#observer.unobserve(root);
      this.#sizes.unobserve(root);
    }
    for (const root of roots) {
      if (this.#watched.has(root)) continue;
      this.#watched.add(root);
      this.#observer.observe(root);
      this.#sizes.observe(root);
    }
    clearInterval(this.#timer);
    if (units.length > 0) this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#look();
  }

  #look(maxAge = MAX_AGE_MS): void {
    this.#clippers = new WeakMap();
    this.#writing = this.#inView.size > 0 ? writingPlaces(maxAge) : [];
    this.#soon();
  }

  /** Once a frame is enough. */
  #soon(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#measure());
  }

  #measure(): void {
    this.#frame = 0;
    const measured: Measured = new Map();
    const held: Held = new Map();
    const places: Place[] = [];
    for (const unit of this.#units) {
      if (places.length >= MAX_CHIPS) break;
      if (!this.#inView.has(unit.root) || !isConnected(unit.root)) continue;
      const place = this.#placeOf(unit, measured, held);
      if (place) places.push(place);
    }
    this.moved(places);
  }

  /**
   * Undefined where the unit has no room for a chip in view, or the chip would lie on a composer. What the page holds
   * fast over the unit has the chip stand below.
   */
  #placeOf(unit: SeenUnit, measured: Measured, held: Held): Place | undefined {
    let clippers = this.#clippers.get(unit.root);
    if (!clippers) this.#clippers.set(unit.root, (clippers = clippersOf(unit.root)));
    const box = visibleBox(unit.root, clippers, measured);
    if (!box) return undefined;
    let top = Math.max(CHIP.inset, Math.min(box.top + CHIP.inset, box.bottom - CHIP.height));
    const width = viewWidth();
    const right = Math.max(CHIP.inset, Math.min(width - box.right + CHIP.inset, innerWidth - CHIP.width));
    const middle = top + CHIP.height / 2;
    const cover = coverAt(width - right - CHIP.width / 2, middle, unit.root, this.host, held);
    if (cover) {
      top = cover.bottom + CHIP.inset;
      if (top + CHIP.height > box.bottom) return undefined;
    }
    const chip = { left: width - right - CHIP.width, right: width - right, top, bottom: top + CHIP.height };
    if (this.#writing.some((place) => meet(place, chip))) return undefined;
    return { unit, top, right };
  }
}

function same(a: readonly Place[], b: readonly Place[]): boolean {
  return (
    a.length === b.length &&
    a.every((place, i) => place.unit === b[i]?.unit && place.top === b[i].top && place.right === b[i].right)
  );
}
