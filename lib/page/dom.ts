/**
 * Reading the DOM in a way that a page cannot bend. A form's inputs shadow its properties by their names, in the
 * extension's world too: `<form><input name="matches">` has no usable `form.matches`. Here the prototypes answer.
 */
function read(prototype: object, name: string, node: Node): unknown {
  return Reflect.get(prototype, name, node);
}

export function parentNode(node: Node): Node | null {
  return read(Node.prototype, 'parentNode', node) as Node | null;
}

export function parentElement(node: Node): Element | null {
  return read(Node.prototype, 'parentElement', node) as Element | null;
}

export function previousElement(element: Element): Element | null {
  return read(Element.prototype, 'previousElementSibling', element) as Element | null;
}

export function isConnected(node: Node): boolean {
  return read(Node.prototype, 'isConnected', node) as boolean;
}

export function contains(node: Node, other: Node): boolean {
  return Node.prototype.contains.call(node, other);
}

/** Length of all text under a node, in UTF-16 units: one pass of the browser's own. */
export function textLength(node: Node): number {
  return (read(Node.prototype, 'textContent', node) as string | null)?.length ?? 0;
}

export function textOf(node: Node): string {
  return read(Node.prototype, 'textContent', node) as string;
}

export function tagName(element: Element): string {
  return read(Element.prototype, 'tagName', element) as string;
}

export function shadowRootOf(element: Element): ShadowRoot | null {
  return read(Element.prototype, 'shadowRoot', element) as ShadowRoot | null;
}

/** By type and not by `instanceof`: a node that was moved here from a frame is of that frame's classes. */
export function isElement(node: Node): node is Element {
  return read(Node.prototype, 'nodeType', node) === Node.ELEMENT_NODE;
}

export function isText(node: Node): node is Text {
  return read(Node.prototype, 'nodeType', node) === Node.TEXT_NODE;
}

export function isShadowRoot(node: Node): node is ShadowRoot {
  return read(Node.prototype, 'nodeType', node) === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

type Query<T> = (this: Element, selector: string) => T;

export function query(element: Element, selector: string): Element | null {
  const method = Reflect.get(Element.prototype, 'querySelector') as Query<Element | null>;
  return method.call(element, selector);
}

export function queryAll(element: Element, selector: string): NodeListOf<Element> {
  const method = Reflect.get(Element.prototype, 'querySelectorAll') as Query<NodeListOf<Element>>;
  return method.call(element, selector);
}
