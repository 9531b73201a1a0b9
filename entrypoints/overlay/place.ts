/** Where chips stand: at the upper right corner of the part of their unit that is in view. */
import { useEffect, useState } from 'preact/hooks';
import type { SeenUnit } from '../../lib/page/session';

export interface Place {
  readonly unit: SeenUnit;
  readonly top: number;
  readonly right: number;
}

/** More chips at once than fit a screen help nobody. */
const MAX_CHIPS = 60;

/** The places of the units in view; follows scrolling, resizing and changes of the page. */
export function usePlaces(units: readonly SeenUnit[], signal: AbortSignal): readonly Place[] {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useEffect(() => {
    if (units.length === 0) {
      setPlaces([]);
      return undefined;
    }
    const inView = new Set<Element>();
    let frame = 0;
    const measure = () => {
      frame = 0;
      setPlaces((before) => {
        const now = units
          .filter((unit) => inView.has(unit.root))
          .slice(0, MAX_CHIPS)
          .map(placeOf);
        return same(before, now) ? before : now;
      });
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      }
      soon();
    });
    const sizes = new ResizeObserver(soon);
    for (const { root } of units) {
      observer.observe(root);
      sizes.observe(root);
    }
    const ended = new AbortController();
    const options = { capture: true, passive: true, signal: AbortSignal.any([signal, ended.signal]) };
    addEventListener('scroll', soon, options);
    addEventListener('resize', soon, options);
    // A page can move its units without any event that reaches us.
    const timer = setInterval(soon, 1_000);
    return () => {
      ended.abort();
      observer.disconnect();
      sizes.disconnect();
      clearInterval(timer);
      cancelAnimationFrame(frame);
    };
  }, [units, signal]);
  return places;
}

function placeOf(unit: SeenUnit): Place {
  const box = unit.root.getBoundingClientRect();
  const top = Math.max(4, Math.min(box.top + 4, innerHeight - 36));
  const right = Math.max(4, Math.min(document.documentElement.clientWidth - box.right + 4, innerWidth - 120));
  return { unit, top, right };
}

function same(a: readonly Place[], b: readonly Place[]): boolean {
  return (
    a.length === b.length &&
    a.every((place, i) => place.unit === b[i]?.unit && place.top === b[i].top && place.right === b[i].right)
  );
}
