import { isConnected, isElement, isText, matches, parentElement, tagName } from './dom';
import { UNREADABLE } from './unreadable';

/** Longest text read from one element, in UTF-16 units: a bound on the work that one element can cause. */
export const MAX_READ = 200_000;

/** The text of one element as people see it, with the way back to the text nodes. */
export interface UnitText {
  readonly text: string;
  /** True where the element holds more than MAX_READ. */
  readonly cut: boolean;
  /** Text nodes, and pictures that are read by their alt text. */
  readonly nodes: readonly (Text | Element)[];
  /** Start of each node in `text`; ascending. */
  readonly starts: readonly number[];
}

export interface ReadOptions {
  /** Subtrees left out: units inside the unit, and what the site pack says is no message. */
  readonly skip?: string | undefined;
  /** Read by the page's styles: what is not displayed is left out, lines break where boxes do. A look-up an element. */
  readonly asShown?: boolean | undefined;
}

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 ' +
    'H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
  ).split(' '),
);
const INLINE = /^(?:inline|contents|ruby)/;

/**
 * Reads the text of elements, one after the other: composers and scripts left out, a line break at each block, one
 * character of text for each character of a node, so that a finding's offsets lead back to the page. Linear; stops at
 * MAX_READ.
 */
export function readText(roots: readonly Element[], options: ReadOptions = {}): UnitText {
  const reader = new TextReader(options);
  for (const root of roots) {
    reader.breakLine();
    if (!reader.read(root)) break;
  }
  return reader.result();
}

/** How an element stands in the text: left out, on lines of its own, set apart by a space, or within the line. */
type Setting = 'none' | 'block' | 'cell' | 'inline';

class TextReader {
  readonly #skip: string;
  readonly #asShown: boolean;
  readonly #pieces: string[] = [];
  readonly #nodes: (Text | Element)[] = [];
  readonly #starts: number[] = [];
  /** Blocks that are open, the innermost last: the line breaks at their end too. */
  readonly #open: Element[] = [];
  #length = 0;
  #last = '\n';
  #cut = false;

  constructor(options: ReadOptions) {
    this.#skip = options.skip ? `${UNREADABLE},${options.skip}` : UNREADABLE;
    this.#asShown = options.asShown ?? false;
  }

  /** Adds the text under `root`; false once the limit is reached. */
  read(root: Element): boolean {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = root; node && !this.#cut;) {
      const descend: boolean = isText(node)
        ? this.#addText(node)
        : node === root || (isElement(node) && this.#enter(node));
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
    const parent = parentElement(node);
    if (data === '' || (this.#asShown && parent && !isVisible(parent))) return false;
    this.#add(node, whiteSpaceAsShown(data, parent));
    return false;
  }

  /** Adds what a node says, as far as there is room. */
  #add(node: Text | Element, said: string): void {
    const room = MAX_READ - this.#length;
    this.#cut = said.length > room;
    this.#nodes.push(node);
    this.#starts.push(this.#length);
    this.#push(this.#cut ? said.slice(0, room) : said);
  }

  /** True where the element's inside is to be read. */
  #enter(element: Element): boolean {
    if (matches(element, this.#skip)) return false;
    const setting = this.#settingOf(element);
    if (setting === 'none') return false;
    const alt = altOf(element);
    if (alt) {
      // Digits and words drawn as emoji belong to the line; what describes a picture is a line of its own.
      if (alt.length > MAX_INLINE_ALT) this.breakLine();
      this.#add(element, alt);
      if (alt.length > MAX_INLINE_ALT) this.breakLine();
      return false;
    }
    if (setting === 'cell') this.#push(' ');
    if (setting === 'block') {
      this.breakLine();
      this.#open.push(element);
    }
    return true;
  }

  #settingOf(element: Element): Setting {
    const tag = tagName(element).toUpperCase();
    if (tag === 'BR') return 'block';
    if (!this.#asShown) return tag === 'TD' || tag === 'TH' ? 'cell' : BLOCKS.has(tag) ? 'block' : 'inline';
    const style = getComputedStyle(element);
    const { display } = style;
    if (display === 'none' || isTiny(style)) return 'none';
    if (display === 'table-cell') return 'cell';
    return INLINE.test(display) ? 'inline' : 'block';
  }

  /** The node after the walker's subtree; breaks the line at the end of each block that is left. */
  #nextOutside(walker: TreeWalker, root: Element): Node | null {
    while (walker.currentNode !== root) {
      if (this.#open.at(-1) === walker.currentNode) {
        this.#open.pop();
        this.breakLine();
      }
      const next = walker.nextSibling();
      if (next) return next;
      if (!walker.parentNode()) return null;
    }
    return null;
  }
}

const MAX_INLINE_ALT = 20;
const MAX_ALT = 1_000;

/** The words that stand for a picture, on one line. */
function altOf(element: Element): string | undefined {
  if (tagName(element).toUpperCase() !== 'IMG') return undefined;
  return element.getAttribute('alt')?.slice(0, MAX_ALT).replace(/\s/g, ' ');
}

/** True for text that nobody sees though it is displayed: without size, or shrunk to a dot for screen readers. */
function isTiny({ fontSize, position, width, height, overflow }: CSSStyleDeclaration): boolean {
  if (fontSize === '0px') return true;
  return (
    position === 'absolute' && overflow !== 'visible' && parseFloat(width) <= 1 && parseFloat(height) <= 1
  );
}

/** White space as it is shown: a line break in the source is a space, unless the style keeps it. Same length. */
function whiteSpaceAsShown(data: string, parent: Element | null): string {
  if (!/[\n\r\t]/.test(data)) return data;
  if (parent && data.trim() !== '' && getComputedStyle(parent).whiteSpace.startsWith('pre')) return data;
  return data.replace(/[\n\r\t]/g, ' ');
}

function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });
}

/**
 * The live ranges of [start, end) of a unit's text, one per text node: text between them that is no part of the
 * unit stays unpainted. Nodes that left the page give nothing. O(log nodes + ranges).
 */
export function rangesOf(unit: UnitText, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (let i = segmentAt(unit.starts, start); i < unit.nodes.length; i++) {
    const from = unit.starts[i] ?? 0;
    if (from >= end) break;
    const node = unit.nodes[i];
    if (!node) break;
    if (!isConnected(node)) continue;
    const range = document.createRange();
    if (isText(node)) {
      const a = Math.max(0, start - from);
      const b = Math.min(node.length, end - from);
      if (a >= b) continue;
      range.setStart(node, a);
      range.setEnd(node, b);
    } else if (start < from + (altOf(node)?.length ?? 0)) range.selectNode(node);
    else continue;
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
