import type { Box } from './box';
import { viewWidth } from './document-root';

/** Less is what scroll bars and rounding make of a window that is seen whole. */
const ZOOMED = 1.05;

/** The part of the window that the person sees once two fingers have zoomed in, in its pixels; undefined while it is all of it. */
export function zoomedPart(): Box | undefined {
  const seen = visualViewport;
  if (!seen || seen.scale < ZOOMED) return undefined;
  const { offsetLeft, offsetTop, width, height } = seen;
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}

/** All of the window but its scroll bars. */
export function wholeView(): Box {
  return { left: 0, top: 0, right: viewWidth(), bottom: innerHeight };
}
