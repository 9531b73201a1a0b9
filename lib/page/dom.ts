/**
 * Reading the DOM in a way that a page cannot bend. A form's inputs shadow its properties by their names, in the
 * extension's world too: `<form><input name="matches">` has no usable `form.matches`. Here the prototypes answer. The
 * document's own members need none of it: `<img name="body">` shadows them for the page's scripts alone.
 *
 * Firefox cuts extensions off from a node once the document it was made in is gone, such as a frame's, though it may stand in
 * the page by then: a dead object, of which what stands below says nothing.
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors/Dead_object
 */
function native(name: string): (node: Node, argument?: unknown) => unknown {
  let run: ((this: Node, argument: unknown) => unknown) | undefined;
  return (node, argument) => {
    if (!run) {
      // Kept: an engine calls a getter that it knows many times faster than it looks one up.
      const { prototype } = name in Node.prototype ? Node : Element;
      const own = Reflect.getOwnPropertyDescriptor(prototype, name);
      run = (own?.get ?? own?.value) as NonNullable<typeof run>;
    }
    if (!import.meta.env.FIREFOX) return run.call(node, argument);
    try {
      return run.call(node, argument);
    } catch (error) {
      // A selector that is none.
      if (argument) throw error;
      return undefined;
    }
  };
}

export const parentNode = native('parentNode') as (node: Node) => Node | null;
export const parentElement = native('parentElement') as (node: Node) => Element | null;
export const isConnected = native('isConnected') as (node: Node) => boolean;
/** True for a dead object, see above: only a walk through its document meets the node anew. Ask in Firefox alone. */
export const isDead = (node: Node): boolean => (isConnected(node) as boolean | undefined) === undefined;
export const textOf = native('textContent') as (node: Node) => string;
export const firstChild = native('firstChild') as (node: Node) => Node | null;
export const childNodes = native('childNodes') as (node: Node) => NodeListOf<ChildNode>;
export const nextSibling = native('nextSibling') as (node: Node) => Node | null;
const nodeType = native('nodeType') as (node: Node) => number;
export const previousElement = native('previousElementSibling') as (node: Element) => Element | null;
export const nextElement = native('nextElementSibling') as (node: Element) => Element | null;
export const firstElement = native('firstElementChild') as (node: Element) => Element | null;
export const childrenOf = native('children') as (node: Element) => HTMLCollection;
export const localName = native('localName') as (node: Element) => string;
export const scrollWidth = native('scrollWidth') as (node: Element) => number;
export const scrollHeight = native('scrollHeight') as (node: Element) => number;
export const scrollTop = native('scrollTop') as (node: Element) => number;
export const clientHeight = native('clientHeight') as (node: Element) => number;
export const assignedSlot = native('assignedSlot') as (node: Element) => HTMLSlotElement | null;
export const shadowRootOf = native('shadowRoot') as (node: Element) => ShadowRoot | null;

/** The DOM's numbers of types: https://dom.spec.whatwg.org/#node */
const ELEMENT = 1;
const TEXT = 3;
const FRAGMENT = 11;
const SHOW_ELEMENT = 1;
const SHOW_TEXT = 4;
const FOLLOWING = 4;

/** Walks elements and texts. */
export function walk(root: Node, show = SHOW_ELEMENT | SHOW_TEXT): TreeWalker {
  return document.createTreeWalker(root, show);
}

/** The node after the walker's subtree; `leave` hears of each node that is left for it. */
export function nextOutside(walker: TreeWalker, leave?: (node: Node) => void): Node | null {
  for (;;) {
    leave?.(walker.currentNode);
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}

/** True where the text under `node` is at most `limit` UTF-16 units long. Stops counting at the limit. */
export function textFits(node: Node, limit: number): boolean {
  const walker = walk(node, SHOW_TEXT);
  let length = 0;
  for (let steps = 0; walker.nextNode(); steps++) {
    length += (walker.currentNode as Text).length;
    if (length > limit || steps > limit) return false;
  }
  return true;
}

/** By type and not by `instanceof`: a node that was moved here from a frame is of that frame's classes. */
export function isElement(node: Node): node is Element {
  return nodeType(node) === ELEMENT;
}

/** By type, as isElement. */
export function isText(node: Node): node is Text {
  return nodeType(node) === TEXT;
}

/** By type, as isElement. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return nodeType(node) === FRAGMENT && 'host' in node;
}

/** `node.contains(other)`. */
export const contains = native('contains') as (node: Node, other: Node) => boolean;

const positionOf = native('compareDocumentPosition') as (node: Node, other: Node) => number;

/** True where an element begins before another. */
export function precedes(element: Element, other: Element): boolean {
  return !!(positionOf(element, other) & FOLLOWING);
}

/** `getComputedStyle(element)`, by a name that costs a page less. */
export function computed(element: Element): CSSStyleDeclaration {
  return getComputedStyle(element);
}

/** Where an element lies in the window. */
export const boxOf = native('getBoundingClientRect') as (element: Element) => DOMRect;

/** `element.hasAttributes()`. */
export const hasAttributes = native('hasAttributes') as (element: Element) => boolean;

/** `element.checkVisibility(options)`. */
export const checkVisibility = native('checkVisibility') as (
  element: Element,
  options?: CheckVisibilityOptions,
) => boolean;

/** `element.matches(selector)`. */
export const matches = native('matches') as (element: Element, selector: string) => boolean;

/** `element.closest(selector)`. */
export const closest = native('closest') as (element: Element, selector: string) => Element | null;

/** `element.querySelector(selector)`. */
export const query = native('querySelector') as (element: Element, selector: string) => Element | null;

/** The element where it matches a selector, else the first in it that does. */
export function find(element: Element, selector: string): Element | null {
  return matches(element, selector) ? element : query(element, selector);
}

/** `element.querySelectorAll(selector)`. */
export const queryAll = native('querySelectorAll') as (
  element: Element,
  selector: string,
) => NodeListOf<Element>;

/** Every element in another, as a live list. */
export const everyElement = native('getElementsByTagName') as (element: Element, name: '*') => HTMLCollection;
