/** Where the messages of a page are: by the site's selectors, and by the page's own structure elsewhere. */
import { blockOf, CHROME, holdsWords, newRound, ownWords, rowOf, type Round } from './generic-blocks';
import { isPlain } from './flow';
import {
  childNodes,
  closest,
  contains,
  isElement,
  isShadowRoot,
  isText,
  matches,
  nextOutside,
  parentElement,
  queryAll,
  shadowRootOf,
  walk,
} from './dom';
import { worthALook } from './cheap-look';
import type { FarParts } from './far-parts';
import { leadsOut } from './foreign-links';
import { MAX_SHADOWS } from './limits';
import { altOf } from './seen';
import type { PageRules } from './site-rules';
import { isUnreadable, UNREADABLE } from './unreadable';

/** Ranges that no walk uses now: at each change of the page browsers go through all that there are. */
const places: Range[] = [];

/** How a document is read: by the rules of its site, by its structure where there are none, by both after a self-check. */
export interface Reading {
  readonly siteRules?: PageRules | undefined;
  readonly generic: boolean;
  /** What is known of elements already. */
  readonly known?: Round | undefined;
  /** True for units that said something when they were last read: they are found whatever they say now. */
  readonly wasRead?: ((element: Element) => boolean) | undefined;
  /** Told of each part that lies far from the view, which is passed over; none are without it. */
  readonly far?: FarParts | undefined;
}

/**
 * The units in and around `node`, in document order, each once. Yields undefined now and then so that the caller can
 * stop at its time budget. Looks into open shadow roots, of those in one another into the outer ones, see MAX_SHADOWS, and
 * calls `onShadowRoot` for each one.
 */
export function* unitsIn(
  node: Element | ShadowRoot,
  reading: Reading,
  onShadowRoot: (root: ShadowRoot) => void = () => undefined,
  depth = 0,
): Generator<Element | undefined, void> {
  const { siteRules: rules, generic, known: round = newRound(), wasRead, far } = reading;
  const seen = new Set<Element>();
  const start = isShadowRoot(node) ? node.host : node;
  const chrome = rules?.surroundings;
  if (isUnreadable(start) || (chrome && closest(start, chrome))) return;
  const closed = [UNREADABLE, chrome, generic && CHROME].filter(Boolean).join();
  const around = rules && closest(start, rules.anyUnit);
  if (around) {
    seen.add(around);
    yield around;
  }
  const walker = walk(node);
  let steps = 0;
  // It goes to where a node stood that the page takes out or moves.
  const place = places.pop() ?? new Range();
  for (let at: Node | null = walker.currentNode; at;) {
    place.setStart(at, 0);
    if (++steps % 64 === 0) yield;
    let descend = true;
    const left: Element | false | undefined = isElement(at) && far?.leave(at);
    if (left) {
      if (left !== at && contains(node, left)) {
        // Many were put to wait.
        at = walker.currentNode = left;
        place.setStart(left, 0);
        yield;
      }
      descend = false;
    } else if (isElement(at)) {
      const shadow = shadowRootOf(at);
      if (shadow) yield* inShadow(shadow);
      if (matches(at, closed)) descend = false;
      else if (rules && !seen.has(at) && matches(at, rules.anyUnit)) {
        seen.add(at);
        yield at;
      }
    }
    // Words, or a picture that says some.
    if (!left && generic && (isElement(at) ? worthALook(altOf(at) ?? '') : isText(at) && holdsWords(at))) {
      const parent: Element | null = isElement(at) ? at : parentElement(at);
      const row = parent && rowOf(parent);
      const isWhole = !rules && row && contains(node, row) && isPlain(row);
      const home = isWhole && parentElement(row);
      const said = home && ownWords(row, home, round);
      const unit =
        row &&
        !(rules && closest(parent, rules.anyUnit)) &&
        (said ? (wasRead?.(row) || worthALook(said) || leadsOut(row)) && row : blockOf(row, round));
      if (unit && !seen.has(unit)) {
        seen.add(unit);
        yield unit;
      }
      if (isWhole) {
        // The unit of its words is known; of what may stand in it, only these can hold a shadow tree.
        for (const span of queryAll(row, 'span')) {
          const shadow = shadowRootOf(span);
          if (shadow) yield* inShadow(shadow);
        }
        walker.currentNode = row;
        descend = false;
      }
    }
    const { startContainer, startOffset } = place;
    if (startContainer === at) at = descend ? walker.nextNode() : nextOutside(walker);
    else if (contains(node, startContainer)) {
      at = childNodes(startContainer)[startOffset] ?? null;
      walker.currentNode = at ?? startContainer;
      at ??= nextOutside(walker);
    } else at = null;
  }
  places.push(place);

  function* inShadow(shadow: ShadowRoot): Generator<Element | undefined, void> {
    onShadowRoot(shadow);
    if (depth < MAX_SHADOWS) yield* unitsIn(shadow, reading, onShadowRoot, depth + 1);
  }
}
