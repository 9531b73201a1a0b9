import type { PageSite } from '../lists/page-site';
import { childrenOf, closest, find, hasAttributes, matches, query } from './dom';
import { isLong, isPlainRow } from './generic-blocks';

/** Where one value stands: in an attribute of an element, or in its text. */
export interface Place {
  readonly selector: string;
  readonly attribute?: string | undefined;
}

/** What the site pack says of one document. */
export interface PageRules {
  readonly site: string;
  readonly kinds: readonly PageSite[];
  /** Every unit of any kind. */
  readonly anyUnit: string;
  /** Those that are no rows of a list; empty in a document that is to hold none. */
  readonly messages: string;
  /** Parts of the site around its messages; empty where none are told. */
  readonly surroundings: string;
  /** The element that holds this document in the page around it, where that page is of the same origin. */
  readonly frame: Element | null;
}

/** Elements that are looked at by themselves before what lies in them is searched in one go. */
const MAX_PARTS = 200;
/** Rows of a long list that are searched without a pause. */
const ROWS_AT_ONCE = 64;

const allOf = (entries: readonly PageSite[], name: 'detect' | 'unit' | 'chrome') =>
  entries.flatMap((entry) => entry[name] ?? []).join();

/**
 * What serves the document: the entries of its host, else those of the first software whose `detect` matches. Entries
 * with a selector that does not parse are left out; undefined where nothing is left. Walks the whole document for each
 * software, so it is not to be asked at each change; yields between the walks.
 */
export function* chooseRules(entries: readonly PageSite[]): Generator<undefined, PageRules | undefined> {
  // Null in the top frame, and where the page around is of another origin.
  const frame = window.frameElement;
  const serving: PageSite[] = [];
  // Most pages are made by none: one search says so.
  const any = allOf(entries, 'detect');
  let isMade = true;
  try {
    isMade = yield* holds(document.documentElement, any);
  } catch {
    // One of them does not parse: each is asked by itself.
  }
  if (!isMade && !entries.some(({ hosted }) => hosted)) return undefined;
  yield;
  for (const entry of entries) {
    if (serves(entry, frame, isMade)) serving.push(entry);
    yield;
  }
  const first = serving.find(({ hosted }) => hosted) ?? serving[0];
  if (!first) return undefined;
  const own = serving.filter(({ site, hosted }) => (first.hosted ? hosted : site === first.site));
  return {
    site: first.site,
    kinds: own,
    anyUnit: allOf(own, 'unit'),
    messages: allOf(
      own.filter(({ kind }) => kind !== 'list'),
      'unit',
    ),
    surroundings: allOf(own, 'chrome'),
    frame,
  };
}

/**
 * Whether an element or one in it matches. Browsers try each of the selectors on each element: a long list whose first,
 * middle and last row say nothing of themselves is passed over, a large page is searched part by part.
 */
function* holds(root: Element, selector: string): Generator<undefined, boolean> {
  const parts = [root];
  for (const part of parts) {
    if (matches(part, selector)) return true;
    const rows = childrenOf(part);
    const { length } = rows;
    if (parts.length + length <= MAX_PARTS) {
      if (!(isLong(part) && isOrdinaryList(rows))) parts.push(...rows);
    } else if (!isLong(part)) {
      if (find(part, selector)) return true;
    } else if (!isOrdinaryList(rows)) {
      // By number: the page may change at each pause.
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at];
        if (row && find(row, selector)) return true;
        if (at % ROWS_AT_ONCE === 0) yield;
      }
    }
    yield;
  }
  return false;
}

function isOrdinaryList(rows: HTMLCollection): boolean {
  const { length } = rows;
  return [0, length >> 1, length - 1].every((at) => isOrdinary(rows[at]));
}

/** True for a row that says nothing of what it is. */
function isOrdinary(row: Element | undefined): boolean {
  return !!row && !hasAttributes(row) && isPlainRow(row);
}

/** The rules of one unit; undefined where the generic reader found it. */
export function rulesOf(unit: Element, page: PageRules | undefined): PageSite | undefined {
  return page?.kinds.find((kind) => matches(unit, kind.unit));
}

/** The element that holds the message of a sender who is named in a node without the message: the name came later. */
export function homeOfSender(node: Element, page: PageRules): Element | null {
  if (query(node, page.anyUnit)) return null;
  for (const { kind, root, senderName } of page.kinds) {
    const selector = senderName?.selector;
    // A row of a list holds its own sender.
    if (selector && (root || kind !== 'list') && (closest(node, selector) ?? query(node, selector)))
      return root ? closest(node, root) : (closest(node, page.anyUnit) ?? document.body);
  }
  return null;
}

/** @param isMade false where no software's `detect` matches */
function serves({ frame: around, detect, all }: PageSite, frame: Element | null, isMade: boolean): boolean {
  try {
    if (around && !(frame && matches(frame, around))) return false;
    if (detect && !(isMade && document.querySelector(detect))) return false;
    // Throws where one does not parse.
    new DocumentFragment().querySelector(all);
    return true;
  } catch {
    return false;
  }
}
