/** Where the messages of a page are: by the site's selectors, or by the page's own structure. */
import { isUnreadable, UNREADABLE } from './unreadable';
import { MAX_UNIT_TEXT } from './limits';

/** The selectors of one site that the finder needs. */
export interface UnitRules {
  readonly unit: string;
}

/** Elements that hold one item of a list, feed or table: what the generic reader takes for one message. */
const ITEMS =
  'article,li,td,th,dd,blockquote,[role="article"],[role="listitem"],[role="row"],[role="gridcell"],[role="document"]';
/** Elements that hold running text and whose neighbours belong to the same message. */
const FLOW = 'p,h1,h2,h3,h4,h5,h6,pre,ul,ol,dl,dt,figcaption,span,b,strong,em,i,u,a,font,small,label,td,div';
const SHELLS = 'html,body,main,[role="main"],nav,header,footer,[role="navigation"]';
/** Neighbouring blocks under one parent are one message up to this size; a mail of several paragraphs, not a page. */
const MAX_GROUP = 6_000;

/**
 * The units in and around `node`, in document order, each once. Yields undefined now and then so that the caller can
 * stop at its time budget. Looks into open shadow roots and calls `onShadowRoot` for each one.
 */
export function* unitsIn(
  node: Element | ShadowRoot,
  rules: UnitRules | undefined,
  onShadowRoot: (root: ShadowRoot) => void,
): Generator<Element | undefined, void> {
  const seen = new Set<Element>();
  const sizes: Sizes = new Map();
  const start = node instanceof ShadowRoot ? node.host : node;
  if (isUnreadable(start)) return;
  const around = rules && start.closest(rules.unit);
  if (around) {
    seen.add(around);
    yield around;
  }
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let steps = 0;
  let at: Node | null = walker.currentNode;
  while (at) {
    if (++steps % 256 === 0) yield undefined;
    let descend = true;
    if (at instanceof Element) {
      if (at.shadowRoot) {
        onShadowRoot(at.shadowRoot);
        yield* unitsIn(at.shadowRoot, rules, onShadowRoot);
      }
      if (at.matches(UNREADABLE)) descend = false;
      else if (rules && at.matches(rules.unit) && !seen.has(at)) {
        seen.add(at);
        yield at;
      }
    } else if (!rules && at.parentElement && hasWords(at as Text)) {
      const unit = genericUnit(at.parentElement, sizes);
      if (!seen.has(unit)) {
        seen.add(unit);
        yield unit;
      }
    }
    at = (descend ? walker.firstChild() : null) ?? nextOutside(walker);
  }
}

/** Whether an element's text fits a limit, and whether items stand in it; each element is measured once a round. */
type Sizes = Map<Element, boolean>;

/**
 * The unit of an element on a page that no site pack knows: the innermost item around it, else its block with the
 * neighbouring blocks, never a whole page. Looks at sizes of few ancestors only, each up to its limit.
 */
function genericUnit(element: Element, sizes: Sizes): Element {
  const item = element.closest(ITEMS);
  if (item && measured(item, sizes, () => fits(item, MAX_UNIT_TEXT))) return item;
  let unit = element;
  for (;;) {
    const parent: Element | null = unit.parentElement;
    if (!parent || (item && !item.contains(parent))) return unit;
    // The body of a mail shown in a frame of its own is one message; the body of a page is not.
    if (parent.matches(SHELLS) && !(window !== window.top && parent === document.body)) return unit;
    if (!unit.matches(FLOW)) return unit;
    if (!measured(parent, sizes, () => fits(parent, MAX_GROUP) && !parent.querySelector(ITEMS))) return unit;
    unit = parent;
  }
}

function measured(element: Element, sizes: Sizes, measure: () => boolean): boolean {
  let fitting = sizes.get(element);
  if (fitting === undefined) {
    fitting = measure();
    sizes.set(element, fitting);
  }
  return fitting;
}

/** True where the text under `element` is at most `limit` long. Stops counting at the limit. */
function fits(element: Element, limit: number): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let steps = 0; walker.nextNode(); steps++) {
    length += (walker.currentNode as Text).length;
    if (length > limit || steps > limit) return false;
  }
  return true;
}

function hasWords(text: Text): boolean {
  return text.length > 1 && /\S\s*\S/.test(text.length > 400 ? text.data.slice(0, 400) : text.data);
}

function nextOutside(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}
