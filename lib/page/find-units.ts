/** Where the messages of a page are: by the site's selectors, or by the page's own structure. */
import { closest, isElement, isShadowRoot, isText, matches, parentElement, query, shadowRootOf } from './dom';
import { isUnreadable, UNREADABLE } from './unreadable';
import { MAX_UNIT_TEXT } from './limits';

/** The selectors of one site that the finder needs. */
export interface UnitRules {
  readonly unit: string;
}

/** Elements that are one message of a feed, list or mail view; the innermost counts. */
const MESSAGES =
  'article,[role="article"],[role="listitem"],[role="row"],[role="gridcell"],[role="document"]';
/** Elements that are one message where nothing of MESSAGES is around them. */
const ITEMS = 'li,td,th,dd,blockquote';
/** Elements that hold running text and whose neighbours belong to the same message. */
const FLOW = 'p,h1,h2,h3,h4,h5,h6,pre,ul,ol,dl,dt,figcaption,span,b,strong,em,i,u,a,font,small,label,td,div';
const SHELLS = 'html,body,main,[role="main"],nav,header,footer,[role="navigation"]';
/** Neighbouring blocks under one parent are one message up to this size; a mail of several paragraphs, not a page. */
const MAX_GROUP = 6_000;

/** What the generic reader leaves out of a unit: the messages inside it, which are units of their own. */
export const GENERIC_SKIP = MESSAGES;

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
  const start = isShadowRoot(node) ? node.host : node;
  if (isUnreadable(start)) return;
  const around = rules && closest(start, rules.unit);
  if (around) {
    seen.add(around);
    yield around;
  }
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let steps = 0;
  for (let at: Node | null = walker.currentNode; at;) {
    if (++steps % 256 === 0) yield undefined;
    let descend = true;
    if (isElement(at)) {
      const shadow = shadowRootOf(at);
      if (shadow) {
        onShadowRoot(shadow);
        yield* unitsIn(shadow, rules, onShadowRoot);
      }
      if (matches(at, UNREADABLE)) descend = false;
      else if (rules && !seen.has(at) && matches(at, rules.unit)) {
        seen.add(at);
        yield at;
      }
    } else if (!rules && isText(at) && hasWords(at)) {
      const parent = parentElement(at);
      const unit = parent && genericUnit(parent, sizes);
      if (unit && !seen.has(unit)) {
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
  // A mail in a frame of its own is one message, whatever tables it is built of; the body of a page is not.
  const { body } = document;
  if (window !== window.top && body.contains(element) && measured(body, sizes, () => fits(body, MAX_GROUP))) {
    return closest(element, MESSAGES) ?? body;
  }
  const item = closest(element, MESSAGES) ?? closest(element, ITEMS);
  if (item && measured(item, sizes, () => fits(item, MAX_UNIT_TEXT))) return item;
  for (let unit = element; ;) {
    const parent = parentElement(unit);
    if (!parent || (item && !item.contains(parent)) || matches(parent, SHELLS) || !matches(unit, FLOW))
      return unit;
    const group = () => fits(parent, MAX_GROUP) && !query(parent, MESSAGES) && !query(parent, ITEMS);
    if (!measured(parent, sizes, group)) return unit;
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
