/** What of an element a person sees. */
import {
  boxOf,
  checkVisibility,
  clientHeight,
  computed,
  localName,
  matches,
  parentElement,
  scrollWidth,
} from './dom';

/** Longest alt text that belongs to the line it stands in, such as an emoji's. */
export const MAX_INLINE_ALT = 20;
const MAX_ALT = 1_000;

/** The words that stand for a picture, on one line. */
export function altOf(element: Element): string | undefined {
  if (localName(element) !== 'img') return undefined;
  return element.getAttribute('alt')?.slice(0, MAX_ALT).replace(/\s/g, ' ');
}

/** Shapes by which `clip-path` and `clip` leave nothing of a box. */
const CUT_AWAY =
  /inset\((?:100%[^-]*|50%)\)|circle\(0[%p]|^rect\((.+), (.+), (?:\1,|.+, \2\))|^polygon\((?:0\S* 0\S+ ?)+$/;
/** A tenth of its colour at most: nobody reads it. */
const FAINT = 0.1;
/** The same of a filter, and of a colour. */
const IS_FAINT = /(?:opacity\(|^rgba.* )0(?:\.0\d*)?\)/;
/** The words of a PDF lie clear over the picture of its page, as PDF.js draws it; mails hold no canvas. */
const OVER_CANVAS = ':has(canvas)>.textLayer *';
/** Letters of this size are dots, in pixels. */
const TINY = 2;
/** Further away from what holds it, out of view, a box was moved there so that nobody sees it; in pixels. */
const AFAR = 999;

/** The `position` of a box that is taken out of the line it stands in. */
export const LIFTED = /^[af]/;

/** True where something ends to the left of the document, where no scrolling leads; in pages from right to left some does. */
const isBeside = (right: number) => right + Math.max(0, scrollX) < 0;

/** True for a box out of view and far from the one that holds it. */
function isAway(element: Element, { left, right, top, bottom }: DOMRect): boolean {
  if (right > 0 && bottom > 0 && left < innerWidth && top < innerHeight) return false;
  for (let at = parentElement(element); at; at = parentElement(at)) {
    const home = boxOf(at);
    if (home.width * home.height > 0)
      return Math.max(left - home.right, home.left - right, top - home.bottom, home.top - bottom) > AFAR;
  }
  return false;
}

/**
 * False for what nobody sees of an element and all that it holds: not displayed, without size, faint, cut off by its own
 * box, as for screen readers, or by its shape, or moved out of sight. Each property is worked out when it is read, sizes
 * by the page's layout.
 */
export function isShown(element: Element, style = computed(element)): boolean {
  if (
    style.display === 'none' ||
    CUT_AWAY.test(style.clipPath) ||
    +style.opacity < FAINT ||
    IS_FAINT.test(style.filter)
  )
    return false;
  const isFlat = style.overflow !== 'visible';
  const isMoved =
    style.position !== 'static' ||
    style.transform + style.translate + style.scale !== 'nonenonenone' ||
    parseFloat(style.marginLeft) < -99;
  if (!isFlat && !isMoved) return true;
  const box = boxOf(element);
  const { left, right, width, height } = box;
  return !(
    (isFlat && Math.min(width, height) <= 1) ||
    // Scaled down to nothing.
    (height < 1 && clientHeight(element) > 1) ||
    isBeside(Math.max(right, left + scrollWidth(element))) ||
    (isMoved && isAway(element, box)) ||
    (LIFTED.test(style.position) && CUT_AWAY.test(style.getPropertyValue('clip')))
  );
}

/** True where an element's own words are folded away. */
export const isFolded = (element: Element): boolean => matches(element, 'details:not([open])');

/**
 * False where an element's own words are too small to see, without colour, folded away, or moved out of the document
 * by their indent. What stands in it may have a size and a colour of its own.
 */
export function showsWords(element: Element, style = computed(element)): boolean {
  if (parseFloat(style.fontSize) < TINY || isFolded(element)) return false;
  if (IS_FAINT.test(style.webkitTextFillColor)) {
    // Words that are nothing but a shadow or an outline, or let the background through.
    const isDrawn = style.textShadow + style.webkitTextStrokeWidth !== 'none0px';
    return isDrawn || isCutOut(element) || matches(element, OVER_CANVAS);
  }
  if (parseFloat(style.textIndent) > -99) return true;
  const words = new Range();
  words.selectNodeContents(element);
  return !isBeside(words.getBoundingClientRect().right);
}

/** True where the background of an element, or of one around it, shows through the words. */
function isCutOut(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) {
    if (computed(at).backgroundClip.includes('text')) return true;
  }
  return false;
}

/** True where an element's own words show. */
export function isRead(element: Element): boolean {
  return isVisible(element) && isShown(element) && showsWords(element);
}

/** True where the style keeps line breaks and runs of blanks. */
export function keepsWhiteSpace(data: string, parent: Element | null): boolean {
  return !!parent && !!data.trim() && computed(parent).whiteSpace.startsWith('pre');
}

/** False for what is not displayed, hidden or fully transparent. What has no box of its own shows where its parent does. */
export function isVisible(element: Element): boolean {
  if (checkVisibility(element, { visibilityProperty: true, opacityProperty: true })) return true;
  const around = computed(element).display === 'contents' && parentElement(element);
  return around ? isVisible(around) : false;
}
