/** What of an element a person sees. */
import { boxOf, checkVisibility, matches, parentElement, scrollWidth, tagName } from './dom';

/** Longest alt text that belongs to the line it stands in, such as an emoji's. */
export const MAX_INLINE_ALT = 20;
const MAX_ALT = 1_000;

/** The words that stand for a picture, on one line. */
export function altOf(element: Element): string | undefined {
  if (tagName(element).toUpperCase() !== 'IMG') return undefined;
  return element.getAttribute('alt')?.slice(0, MAX_ALT).replace(/\s/g, ' ');
}

/** Shapes by which `clip-path` and `clip` leave nothing of a box. */
const CUT_AWAY = /inset\((?:100%[^-]*|50%)\)|circle\(0[%p]|^rect\((.+), (.+), (?:\1,|.+, \2\))/;

/** True for a box that is taken out of the line it stands in. */
export const isLifted = ({ position }: CSSStyleDeclaration): boolean => /^[af]/.test(position);

/** True where something ends to the left of the document, where no scrolling leads. */
const isBeside = (right: number) => right + scrollX < 0;

/**
 * False for what nobody sees of an element and all that it holds: not displayed, without size, cut off by its own box,
 * as for screen readers, or by its shape, or moved out of the document. Each property is worked out when it is read,
 * sizes by the page's layout.
 */
export function isShown(element: Element, style = getComputedStyle(element)): boolean {
  if (style.display === 'none' || CUT_AWAY.test(style.clipPath)) return false;
  const isFlat = style.overflow !== 'visible';
  if (!isFlat && style.position === 'static') return true;
  const { left, right, width, height } = boxOf(element);
  return !(
    (isFlat && (width <= 1 || height <= 1)) ||
    isBeside(Math.max(right, left + scrollWidth(element))) ||
    (isLifted(style) && CUT_AWAY.test(style.getPropertyValue('clip')))
  );
}

/** True where an element's own words are folded away. */
export const isFolded = (element: Element): boolean => matches(element, 'details:not([open])');

/**
 * False where an element's own words are too small to see, without colour, folded away, or moved out of the document
 * by their indent. What stands in it may have a size and a colour of its own.
 */
export function showsWords(element: Element, style = getComputedStyle(element)): boolean {
  if (style.fontSize === '0px' || isFolded(element)) return false;
  if (/^rgba.* 0\)/.test(style.webkitTextFillColor)) {
    // Words that are nothing but a shadow or an outline, or let the background through.
    const isDrawn = `${style.textShadow}${style.webkitTextStrokeWidth}` !== 'none0px';
    return isDrawn || isCutOut(element);
  }
  if (parseFloat(style.textIndent) > -99) return true;
  const words = document.createRange();
  words.selectNodeContents(element);
  return !isBeside(words.getBoundingClientRect().right);
}

/** True where the background of an element, or of one around it, shows through the words. */
function isCutOut(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) {
    if (getComputedStyle(at).backgroundClip.includes('text')) return true;
  }
  return false;
}

/** True where an element's own words show. */
export function isRead(element: Element): boolean {
  return isVisible(element) && isShown(element) && showsWords(element);
}

/** True where the style keeps line breaks and runs of blanks. */
export function keepsWhiteSpace(data: string, parent: Element | null): boolean {
  return parent !== null && data.trim() !== '' && getComputedStyle(parent).whiteSpace.startsWith('pre');
}

/** False for what is not displayed, hidden or fully transparent. */
export function isVisible(element: Element): boolean {
  return checkVisibility(element, { visibilityProperty: true, opacityProperty: true });
}
