/** What of an element its scrolled containers let be seen. */
import { assignedSlot, boxOf, isElement, isShadowRoot, parentNode } from '../../lib/page/dom';
import { common, type Box } from './box';
import { viewWidth } from './document-root';

/** Boxes of clipping elements, each measured once in a round. */
export type Measured = Map<Element, Box>;

const CLIPS = /auto|scroll|hidden|clip/;

/** The elements around one that clip it. One style look-up an ancestor. */
export function clippersOf(element: Element): Element[] {
  const clippers: Element[] = [];
  for (let at = parentOf(element); at && at !== document.documentElement; at = parentOf(at)) {
    // The overflow of the body is the viewport's.
    if (at === document.body) continue;
    const { overflowX, overflowY, position } = getComputedStyle(at);
    if (CLIPS.test(overflowX) || CLIPS.test(overflowY)) clippers.push(at);
    if (position === 'fixed') break;
  }
  return clippers;
}

/** The visible part of an element in the viewport; undefined where nothing of it shows. */
export function visibleBox(
  element: Element,
  clippers: readonly Element[],
  measured: Measured,
): Box | undefined {
  let box: Box = common(boxOf(element), {
    left: 0,
    top: 0,
    right: viewWidth(),
    bottom: innerHeight,
  });
  for (const clipper of clippers) {
    let clip = measured.get(clipper);
    if (!clip) measured.set(clipper, (clip = boxOf(clipper)));
    box = common(box, clip);
  }
  return box.right > box.left && box.bottom > box.top ? box : undefined;
}

/** The parent in the tree as it is drawn: out of shadow roots to their hosts. */
export function parentOf(element: Element): Element | null {
  const slot = assignedSlot(element);
  if (slot) return slot;
  const parent = parentNode(element);
  if (parent && isShadowRoot(parent)) return parent.host;
  return parent && isElement(parent) ? parent : null;
}
