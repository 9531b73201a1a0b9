/**
 * Reading the DOM in a way that a page cannot bend. A form's inputs shadow its properties by their names, in the
 * extension's world too: `<form><input name="matches">` has no usable `form.matches`. Here the prototypes answer.
 */
function getter(type: 'Node' | 'Element', name: string): (node: Node) => unknown {
  let get: ((this: Node) => unknown) | undefined;
  return (node) => {
    // Kept: an engine calls a getter that it knows many times faster than it looks one up.
    get ??= Reflect.getOwnPropertyDescriptor(globalThis[type].prototype, name)?.get as (
      this: Node,
    ) => unknown;
    return get.call(node);
  };
}

export const parentNode = getter('Node', 'parentNode') as (node: Node) => Node | null;
export const parentElement = getter('Node', 'parentElement') as (node: Node) => Element | null;
export const isConnected = getter('Node', 'isConnected') as (node: Node) => boolean;
export const textOf = getter('Node', 'textContent') as (node: Node) => string;
const nodeType = getter('Node', 'nodeType') as (node: Node) => number;
export const previousElement = getter('Element', 'previousElementSibling') as (
  node: Element,
) => Element | null;
export const firstElement = getter('Element', 'firstElementChild') as (node: Element) => Element | null;
export const tagName = getter('Element', 'tagName') as (node: Element) => string;
export const shadowRootOf = getter('Element', 'shadowRoot') as (node: Element) => ShadowRoot | null;

/** `node.contains(other)`. */
export function contains(node: Node, other: Node): boolean {
  return Node.prototype.contains.call(node, other);
}

/** True where the text under `node` is at most `limit` UTF-16 units long. Stops counting at the limit. */
export function textFits(node: Node, limit: number): boolean {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let steps = 0; walker.nextNode(); steps++) {
    length += (walker.currentNode as Text).length;
    if (length > limit || steps > limit) return false;
  }
  return true;
}

/** By type and not by `instanceof`: a node that was moved here from a frame is of that frame's classes. */
export function isElement(node: Node): node is Element {
  return nodeType(node) === Node.ELEMENT_NODE;
}

/** By type, as isElement. */
export function isText(node: Node): node is Text {
  return nodeType(node) === Node.TEXT_NODE;
}

/** By type, as isElement. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return nodeType(node) === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}

type Query = (this: Element, selector: string) => unknown;

/** As getter, for methods that take a selector. */
function method(name: 'matches' | 'closest' | 'querySelector' | 'querySelectorAll') {
  let run: Query | undefined;
  return (element: Element, selector: string): unknown =>
    (run ??= Reflect.get<Element, string>(Element.prototype, name) as Query).call(element, selector);
}

/** `element.matches(selector)`. */
export const matches = method('matches') as (element: Element, selector: string) => boolean;

/** `element.closest(selector)`. */
export const closest = method('closest') as (element: Element, selector: string) => Element | null;

/** `element.querySelector(selector)`. */
export const query = method('querySelector') as (element: Element, selector: string) => Element | null;

/** `element.querySelectorAll(selector)`. */
export const queryAll = method('querySelectorAll') as (
  element: Element,
  selector: string,
) => NodeListOf<Element>;
