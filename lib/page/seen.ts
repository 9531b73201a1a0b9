/** What of an element a person sees. */
import { boxOf, checkVisibility, tagName } from './dom';

/** Longest alt text that belongs to the line it stands in, such as an emoji's. */
export const MAX_INLINE_ALT = 20;
const MAX_ALT = 1_000;

/** The words that stand for a picture, on one line. */
export function altOf(element: Element): string | undefined {
  if (tagName(element).toUpperCase() !== 'IMG') return undefined;
  return element.getAttribute('alt')?.slice(0, MAX_ALT).replace(/\s/g, ' ');
}

/**
 * False for what nobody sees: not displayed, without size, or cut off by its own box, as for screen readers. Each
 * property is worked out when it is read, sizes by the page's layout: most elements are asked for three.
 */
export function isShown(element: Element, style = getComputedStyle(element)): boolean {
  if (style.display === 'none' || style.fontSize === '0px') return false;
  if (style.overflow === 'visible') return true;
  const { width, height } = boxOf(element);
  return width > 1 && height > 1;
}

/** True where the style keeps line breaks and runs of blanks. */
export function keepsWhiteSpace(data: string, parent: Element | null): boolean {
  return parent !== null && data.trim() !== '' && getComputedStyle(parent).whiteSpace.startsWith('pre');
}

/** False for what is not displayed, hidden or fully transparent. */
export function isVisible(element: Element): boolean {
  return checkVisibility(element, { visibilityProperty: true, opacityProperty: true });
}
