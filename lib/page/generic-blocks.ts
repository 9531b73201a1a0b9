/** The unit of a text on a page that no site pack knows, by roles, tags and display. */
import {
  childNodes,
  childrenOf,
  closest,
  contains,
  firstElement,
  matches,
  parentElement,
  query,
  queryAll,
  textFits,
  textOf,
} from './dom';
import {
  BLOCK,
  flows,
  INLINE,
  isInline,
  isLoose,
  isMixed,
  isPlain,
  isSmall,
  isWord,
  ITEMS,
  LISTS,
  MAX_GROUP,
  MESSAGES,
  SHELLS,
  UNITS,
} from './flow';
import { MAX_UNIT_TEXT } from './limits';
import { altOf } from './seen';

const MENUS = 'nav,[role=navigation],[role^=menu]';
/** Menus and bars: never messages. */
export const CHROME = `${MENUS},button,[role=toolbar],[role=tablist]`;
const RUN = `:is(${INLINE}):not([role])`;
/** Several of these are a list of messages; points of one message hold no picture, link or box with a text below it. */
const POSTS = `${MESSAGES},li>:is(a,img,div)+:is(div,p)`;
/** A lone word is read with what stands around it up to this size. */
const MAX_ROW = 500;
/** So many rows are a long list. */
const MANY = 50;

/** What was found out about elements in one round: each is measured, and asked for its layout, once. */
export interface Round {
  /** Whether the text under it hangs together. */
  readonly together: Map<Element, boolean>;
  readonly inline: Map<Element, boolean>;
  /** The block of each element's words. */
  readonly blocks: Map<Element, Element | null>;
  /** Whether each block in an element is a message of its own. */
  readonly apart: Map<Element, boolean>;
}

/** Nothing is known yet. */
export function newRound(): Round {
  return { together: new Map(), inline: new Map(), blocks: new Map(), apart: new Map() };
}

/** True where a text node may be part of a message. */
export function holdsWords(text: Text): boolean {
  const said = text.data.slice(0, 400).trim();
  if (said.length > 1) return true;
  // One letter of several that stand each by itself.
  const parent = said && parentElement(text);
  return !!parent && childNodes(rowOf(parent)).length > 1;
}

/**
 * The innermost item around a row of words (see rowOf), else its block with the neighbouring blocks: never a whole page,
 * never one word. Null where the text is loose between the parts of a page. Of a picture the item or figure. Looks
 * at sizes of few ancestors only, each up to its limit.
 */
export function blockOf(row: Element, round: Round): Element | null {
  return measured(row, round.blocks, () => blockAround(row, round) ?? null);
}

/**
 * What a row of plain words says that is its own block, as most of an ordinary page is; empty elsewhere. Spares the way
 * to its block, which would be this row.
 */
export function ownWords(row: Element, parent: Element, round: Round): string {
  const said = textOf(row);
  return !isWord(said) &&
    measured(parent, round.apart, () => isApart(parent, round)) &&
    !measured(row, round.inline, () => isInline(row))
    ? said
    : '';
}

/** True where so many elements stand in one that they may be rows of a long list. */
export function isLong(element: Element): boolean {
  return childrenOf(element).length >= MANY;
}

/** True for a row of nothing but text and the commonest runs of words, of which a span alone may hold a shadow tree. */
export function isPlainRow(row: Element): boolean {
  return !query(row, ':not(span,a,b)');
}

/** True where nothing around an element makes one message of the blocks in it. */
function isApart(element: Element, { together }: Round): boolean {
  return window === top && !closest(element, UNITS) && !measured(element, together, () => flows(element));
}

/** The element around a run of words, and any other element itself: a row of many short runs is looked at once. */
export function rowOf(element: Element): Element {
  return (isRun(element) && parentElement(element)) || element;
}

/** True for words that can be no block of their own. */
function isRun(element: Element): boolean {
  return !firstElement(element) && matches(element, RUN);
}

function blockAround(element: Element, { together, inline }: Round): Element | null | undefined {
  // A mail in a frame of its own is one message, whatever tables it is built of; the body of a page is not.
  const { body } = document;
  if (window !== top && contains(body, element) && measured(body, together, () => isMail(body))) {
    return closest(element, MESSAGES) ?? body;
  }
  const item = closest(element, MESSAGES) ?? closest(element, ITEMS);
  const isPicture = altOf(element);
  if (item && measured(item, together, () => textFits(item, MAX_UNIT_TEXT)))
    return isPicture ? item : withNeighbours(item);
  if (isPicture) return closest(element, 'figure');
  // The last that is no run of words.
  let block: Element | undefined;
  for (let unit = element; ;) {
    const parent = parentElement(unit);
    if (measured(unit, inline, () => isInline(unit))) {
      // Of a message in a component that the page's styles leave in the line, where nothing around it is its block.
      if (matches(unit, BLOCK) && isPlain(unit)) block ??= unit;
    } else {
      const isHome = isLoose(unit);
      if (isHome || (isMixed(unit) && !isSmall(unit)))
        return block ? withNeighbours(block) : isHome ? unit : undefined;
      block = unit;
      if (!parent || !measured(parent, together, () => flows(parent))) return withNeighbours(unit);
    }
    if (!parent || (item && !contains(item, parent))) return withNeighbours(unit);
    unit = parent;
  }
}

/** True for a page that is short, and has neither menus, a composer, nor a list of messages. */
function isMail(body: Element): boolean {
  return (
    textFits(body, MAX_GROUP) &&
    !query(body, `${MENUS},textarea,[contenteditable]`) &&
    queryAll(body, POSTS).length < 2
  );
}

/**
 * The element; for a lone word the row of lone words around it, and for a lone number whatever stands around it.
 * Undefined for a word that nothing goes with.
 */
function withNeighbours(element: Element): Element | undefined {
  for (let unit = element; ;) {
    const said = textOf(unit).slice(0, MAX_ROW + 1);
    if (!isWord(said)) return unit;
    const parent = parentElement(unit);
    const number = /\d{8}/.test(said);
    if (
      !parent ||
      matches(parent, SHELLS) ||
      matches(unit, `blockquote,${LISTS}`) ||
      !textFits(parent, MAX_ROW) ||
      isLoose(parent)
    )
      return number ? unit : undefined;
    if (!number && ![...childrenOf(parent)].every((child) => isWord(textOf(child)))) return undefined;
    unit = parent;
  }
}

function measured<T>(element: Element, known: Map<Element, T>, measure: () => T): T {
  let answer = known.get(element);
  if (answer === undefined) {
    answer = measure();
    known.set(element, answer);
  }
  return answer;
}
