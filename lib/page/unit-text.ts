import { isConnected, isElement, isText, matches, nextOutside, parentElement, tagName, walk } from './dom';
import { altOf, isShown, isVisible, keepsWhiteSpace, MAX_INLINE_ALT } from './seen';
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
  /** Where each of them begins in `text`; ascending. A node that is read in pieces stands here once for each. */
  readonly starts: readonly number[];
  /** Where each piece begins in its node, and how long it is. */
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  /** What was left out because it does not show, the outermost elements where they can be told. */
  readonly hidden: readonly Element[];
}

export interface ReadOptions {
  /** Subtrees left out: units inside the unit, and what the site pack says is no message. */
  readonly skip?: string | undefined;
  /** Read by the page's styles: what is not displayed is left out, lines break where boxes do. A look-up an element. */
  readonly asShown?: boolean | undefined;
}

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 ' +
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

/** The words of an element, as its `textContent` has them, without those that are never read. */
export function wordsOf(element: Element): string {
  return readText([element], { skip: 'img' }).text;
}

/** How an element stands in the text: left out, on lines of its own, set apart by a space, or within the line. */
type Setting = 'none' | 'block' | 'cell' | 'inline';

class TextReader {
  readonly #skip: string;
  readonly #asShown: boolean;
  readonly #pieces: string[] = [];
  readonly #nodes: (Text | Element)[] = [];
  readonly #starts: number[] = [];
  readonly #offsets: number[] = [];
  readonly #lengths: number[] = [];
  readonly #hidden: Element[] = [];
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
    const walker = walk(root);
    for (let node: Node | null = root; node && !this.#cut;) {
      const descend: boolean = isText(node)
        ? this.#addText(node)
        : node === root || (isElement(node) && this.#enter(node));
      node = (descend ? walker.firstChild() : null) ?? nextOutside(walker, this.#leave);
    }
    return !this.#cut;
  }

  breakLine(): void {
    if (!this.#last.endsWith('\n')) this.#push('\n');
  }

  result(): UnitText {
    return {
      text: this.#pieces.join(''),
      cut: this.#cut,
      nodes: this.#nodes,
      starts: this.#starts,
      offsets: this.#offsets,
      lengths: this.#lengths,
      hidden: this.#hidden,
    };
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#last = piece;
  }

  /** A text node has no children: always false. */
  #addText(node: Text): false {
    const parent = parentElement(node);
    if (this.#asShown && parent && !isVisible(parent)) this.#hidden.push(parent);
    else this.#addShown(node, parent);
    return false;
  }

  #addShown(node: Text, parent: Element | null): void {
    const data = node.data.slice(0, MAX_READ - this.#length);
    if (!/[\n\r\t]| {2}/.test(data) || keepsWhiteSpace(data, parent)) this.#add(node, data, 0);
    else {
      // A run of blanks, such as a wrapped line's indentation, is one blank to people: a piece begins after each.
      const said = data.replace(/[\n\r\t]/g, ' ');
      let from = 0;
      for (const { index, 0: run } of said.matchAll(/ {2,}/g)) {
        this.#add(node, said.slice(from, index + 1), from);
        from = index + run.length;
      }
      this.#add(node, said.slice(from), from);
    }
    this.#cut = data.length < node.length;
  }

  /** Adds what a node says, or a piece of it that begins at `offset` of the node. */
  #add(node: Text | Element, said: string, offset: number): void {
    if (said === '') return;
    this.#nodes.push(node);
    this.#starts.push(this.#length);
    this.#offsets.push(offset);
    this.#lengths.push(said.length);
    this.#push(said);
  }

  /** True where the element's inside is to be read. */
  #enter(element: Element): boolean {
    if (matches(element, this.#skip)) return false;
    const setting = this.#settingOf(element);
    if (setting === 'none') return false;
    const alt = altOf(element);
    if (alt) {
      // Digits and words drawn as emoji belong to the line; what describes a picture is a line of its own.
      const isLine = alt.length > MAX_INLINE_ALT;
      if (isLine) this.breakLine();
      this.#add(element, alt, 0);
      if (isLine) this.breakLine();
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
    if (!isShown(element, style)) {
      this.#hidden.push(element);
      return 'none';
    }
    if (display === 'table-cell') return 'cell';
    return INLINE.test(display) ? 'inline' : 'block';
  }

  /** Breaks the line at the end of a block. */
  readonly #leave = (node: Node): void => {
    if (this.#open.at(-1) !== node) return;
    this.#open.pop();
    this.breakLine();
  };
}

/**
 * The live ranges of [start, end) of a unit's text, one per node: text between them that is no part of the
 * unit stays unpainted. Nodes that left the page give nothing. O(log nodes + ranges).
 */
export function rangesOf(unit: UnitText, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  const { nodes, starts, offsets, lengths } = unit;
  for (let i = segmentAt(starts, start); i < nodes.length; i++) {
    const from = starts[i] ?? 0;
    if (from >= end) break;
    const node = nodes[i];
    const a = Math.max(0, start - from);
    const b = Math.min(lengths[i] ?? 0, end - from);
    if (!node || a >= b || !isConnected(node)) continue;
    const last = ranges.at(-1);
    const offset = offsets[i] ?? 0;
    try {
      if (isText(node) && last?.endContainer === node) {
        last.setEnd(node, offset + b);
        continue;
      }
      const range = document.createRange();
      if (isText(node)) {
        range.setStart(node, offset + a);
        range.setEnd(node, offset + b);
      } else range.selectNode(node);
      ranges.push(range);
    } catch {
      // The node has become shorter since it was read: its unit is read anew.
    }
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
  return low;
}
