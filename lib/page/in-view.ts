import { now } from './clock';

/** Where elements in view are looked for: parts of the window's width and height. */
const LOOKS = [
  [0.5, 0.5],
  [0.5, 0.2],
  [0.5, 0.8],
  [0.25, 0.35],
  [0.75, 0.65],
] as const;

/** A look at a place that takes longer is the last, in milliseconds: browsers go through all boxes of a long page. */
const SLOW_MS = 2;

/** The innermost elements at some places of the window, each once. */
export function* elementsInView(): Generator<Element, void> {
  const found = new Set<Element>();
  for (const [x, y] of LOOKS) {
    const start = now();
    const one = document.elementFromPoint(innerWidth * x, innerHeight * y);
    const isSlow = now() - start > SLOW_MS;
    if (one && one !== document.body && !found.has(one)) {
      found.add(one);
      yield one;
    }
    if (isSlow) return;
  }
}
