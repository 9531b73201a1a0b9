import { UNREADABLE } from './unreadable';

/** Longest text read from one element, in UTF-16 units: a bound on the work that one element can cause. */
export const MAX_READ = 200_000;

/** The text of one element as people see it, with the way back to the text nodes. */
export interface UnitText {
  readonly text: string;
  /** True where the element holds more than MAX_READ. */
  readonly cut: boolean;
  readonly nodes: readonly Text[];
  /** Start of each node in `text`; ascending. */
  readonly starts: readonly number[];
}

export interface ReadOptions {
  /** Subtrees left out: units inside the unit, and what the site pack says is no message. */
  readonly skip?: string | undefined;
  /** Leave out what is not displayed. Costs a style look-up per element that holds text. */
  readonly visibleOnly?: boolean | undefined;
}

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 ' +
    'H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
  ).split(' '),
);
const CELLS = new Set(['TD', 'TH']);

/**
 * Reads the text of elements, one after the other: composers and scripts left out, a line break at each block, one character of text for
 * each character of a node, so that a finding's offsets lead back to the page. Linear; stops at MAX_READ.
 */
export function readText(roots: readonly Element[], options: ReadOptions = {}): UnitText {
  const reader = new TextReader(options);
  for (const root of roots) {
    reader.breakLine();
    if (!reader.read(root)) break;
  }
  return reader.result();
}

class TextReader {
  readonly #skip: string;
  readonly #visibleOnly: boolean;
  readonly #pieces: string[] = [];
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  #length = 0;
  #last = '\n';
  #cut = false;

  constructor(options: ReadOptions) {
    this.#skip = options.skip ? `${UNREADABLE},${options.skip}` : UNREADABLE;
    this.#visibleOnly = options.visibleOnly ?? false;
  }

  /** Adds the text under `root`; false once the limit is reached. */
  read(root: Element): boolean {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = root; node && !this.#cut;) {
      const descend: boolean =
        node instanceof Text ? this.#addText(node) : node === root || this.#enter(node as Element);
      node = (descend ? walker.firstChild() : null) ?? this.#nextOutside(walker, root);
    }
    return !this.#cut;
  }

  breakLine(): void {
    if (!this.#last.endsWith('\n')) this.#push('\n');
  }

  result(): UnitText {
    return { text: this.#pieces.join(''), cut: this.#cut, nodes: this.#nodes, starts: this.#starts };
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#last = piece;
  }

  /** A text node has no children: always false. */
  #addText(node: Text): false {
    const data = node.data;
    if (data === '' || (this.#visibleOnly && !isShown(node.parentElement))) return false;
    const room = MAX_READ - this.#length;
    this.#cut = data.length > room;
    this.#nodes.push(node);
    this.#starts.push(this.#length);
    this.#push(asShown(this.#cut ? data.slice(0, room) : data, node.parentElement));
    return false;
  }

  /** True where the element's inside is to be read. */
  #enter(element: Element): boolean {
    if (element.matches(this.#skip)) return false;
    if (BLOCKS.has(element.tagName)) this.breakLine();
    else if (CELLS.has(element.tagName)) this.#push(' ');
    return true;
  }

  /** The node after the walker's subtree; breaks the line at the end of each block that is left. */
  #nextOutside(walker: TreeWalker, root: Element): Node | null {
    while (walker.currentNode !== root) {
      const next = walker.nextSibling();
      if (next) return next;
      const parent = walker.parentNode();
      if (!parent || parent === root) return null;
      if (BLOCKS.has((parent as Element).tagName)) this.breakLine();
    }
    return null;
  }
}

/** White space as it is shown: a line break in the source is a space, unless the style keeps it. Same length. */
function asShown(data: string, parent: Element | null): string {
  if (!/[\n\r\t]/.test(data)) return data;
  if (parent && data.trim() !== '' && getComputedStyle(parent).whiteSpace.startsWith('pre')) return data;
  return data.replace(/[\n\r\t]/g, ' ');
}

function isShown(element: Element | null): boolean {
  return element === null || element.checkVisibility({ visibilityProperty: true });
}

/**
 * The live ranges of [start, end) of a unit's text, one per text node: text between them that is no part of the
 * unit stays unpainted. Nodes that changed since the reading give nothing. O(log nodes + ranges).
 */
export function rangesOf(unit: UnitText, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (let i = segmentAt(unit.starts, start); i < unit.nodes.length; i++) {
    const from = unit.starts[i] ?? 0;
    if (from >= end) break;
    const node = unit.nodes[i];
    if (!node) break;
    const a = Math.max(0, start - from);
    const b = Math.min(node.length, end - from);
    if (a >= b || !node.isConnected) continue;
    const range = document.createRange();
    range.setStart(node, a);
    range.setEnd(node, b);
    ranges.push(range);
  }
  return ranges;
}

/** Index of the last segment that starts at or before `offset`. */
function segmentAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
