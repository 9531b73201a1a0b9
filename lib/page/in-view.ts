/** Where elements in view are looked for: parts of the window's width and height. */
const LOOKS = [
  [0.5, 0.5],
  [0.5, 0.2],
  [0.5, 0.8],
  [0.25, 0.35],
  [0.75, 0.65],
] as const;

/** The innermost elements at some places of the window, each once. */
export function* elementsInView(): Generator<Element, void> {
  const found = new Set<Element>();
  for (const [x, y] of LOOKS) {
    const one = document.elementFromPoint(innerWidth * x, innerHeight * y);
    if (!one || one === document.body || found.has(one)) continue;
    found.add(one);
    yield one;
  }
}
