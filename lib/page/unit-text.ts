import {
  computed,
  firstChild,
  isElement,
  isText,
  matches,
  nextOutside,
  nextSibling,
  parentElement,
  textFits,
  textOf,
  walk,
} from './dom';
import { INLINE } from './flow';
import {
  altOf,
  isFolded,
  LIFTED,
  isShown,
  isVisible,
  keepsWhiteSpace,
  MAX_INLINE_ALT,
  showsWords,
} from './seen';
import { UNREADABLE } from './unreadable';

/** Longest text read from one element, in UTF-16 units: a bound on the work that one element can cause. */
export const MAX_READ = 200_000;

/** What a text node says, or a run of it where blanks are left out, or a picture by its alt text. */
export interface Piece {
  readonly holder: Text | Element;
  /** Where it begins in the text, and in its node. */
  readonly begin: number;
  readonly inNode: number;
  readonly extent: number;
}

/** The text of one element as people see it, with the way back to the text nodes. */
export interface UnitText {
  readonly words: string;
  /** True where the element holds more than MAX_READ. */
  readonly cut: boolean;
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
  /** What was left out because it does not show, the outermost elements where they can be told. */
  readonly unseen: readonly Element[];
}

export interface ReadOptions {
  /** Subtrees left out: units inside the unit, and what the site pack says is no message. */
  readonly skip?: string | undefined;
  /** Read by the page's styles: what is not displayed is left out, lines break where boxes do. A look-up an element. */
  readonly asShown?: boolean | undefined;
}

/** What stands for one blank unless the style keeps it. */
const WRAPPED = /[\n\r\t]| {2}/;
const IN_LINE = /^(?:inline|contents|ruby)/;
/** Longest part of a number. */
const MAX_FIGURES = 20;

/** True for a part of a number in a box of its own that stands in a line with others. */
function isFigures(element: Element): boolean {
  const parent =
    textFits(element, MAX_FIGURES) && /^[\d\s().+-]+$/.test(textOf(element)) && parentElement(element);
  return !!parent && /flex/.test(computed(parent).display);
}

/** What an element says that holds one text and nothing else, as most do: read without a walk. */
function readPlain(root: Element, asShown: boolean | undefined): UnitText | undefined {
  const text = firstChild(root);
  if (!text || !isText(text) || nextSibling(text) || (asShown && !isVisible(root))) return undefined;
  const said = text.data;
  if (said.length > MAX_READ || WRAPPED.test(said)) return undefined;
  return {
    words: said,
    cut: false,
    pieces: [{ holder: text, begin: 0, inNode: 0, extent: said.length }],
    unseen: [],
  };
}

/** How an element stands in the text: on lines of its own, set apart by a space, or within the line; not where it is left out. */
type Setting = 'block' | 'cell' | 'inline' | undefined;

/** The words of an element, as its `textContent` has them, without those that are never read. */
export function wordsOf(element: Element): string {
  return readText([element], { skip: 'img' }).words;
}

/** As readSlowly, without a pause. */
export function readText(roots: readonly Element[], options?: ReadOptions): UnitText {
  for (const work = readSlowly(roots, options); ;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Nodes that are read without a pause. */
const NODES_AT_ONCE = 64;

/**
 * Reads the text of elements, one after the other: composers and scripts left out, a line break at each block, one
 * character of text for each character of a node, so that a finding's offsets lead back to the page. Linear; stops at
 * MAX_READ; yields now and then.
 */
export function* readSlowly(
  roots: readonly Element[],
  { skip, asShown }: ReadOptions = {},
): Generator<undefined, UnitText> {
  const plain = roots.length === 1 && roots[0] && readPlain(roots[0], asShown);
  if (plain) return plain;
  const leftOut = skip ? `${UNREADABLE},${skip}` : UNREADABLE;
  const said: string[] = [];
  const pieces: Piece[] = [];
  const unseen: Element[] = [];
  /** Elements whose own words do not show. */
  const mute = new Set<Element>();
  /** Blocks that are open, the innermost last: the line breaks at their end too. */
  const open: Node[] = [];
  let length = 0;
  let last = '\n';
  let cut = false as boolean;
  let steps = 0;

  const push = (words: string): void => {
    said.push(words);
    length += words.length;
    last = words;
  };

  const breakLine = (): void => {
    if (!last.endsWith('\n')) push('\n');
  };

  /** Breaks the line at the end of a block. */
  const leave = (node: Node): void => {
    if (open.at(-1) !== node) return;
    open.pop();
    breakLine();
  };

  /** Adds what a node says, or a piece of it that begins at `inNode`. */
  const add = (node: Text | Element, words: string, inNode: number): void => {
    if (words === '') return;
    pieces.push({ holder: node, begin: length, inNode, extent: words.length });
    push(words);
  };

  const addShown = (node: Text, parent: Element | null): void => {
    const data = node.data.slice(0, MAX_READ - length);
    if (!WRAPPED.test(data) || keepsWhiteSpace(data, parent)) add(node, data, 0);
    else {
      // A run of blanks, such as a wrapped line's indentation, is one blank to people: a piece begins after each.
      const words = data.replace(/[\n\r\t]/g, ' ');
      let from = 0;
      for (const { index, 0: run } of words.matchAll(/ {2,}/g)) {
        add(node, words.slice(from, index + 1), from);
        from = index + run.length;
      }
      add(node, words.slice(from), from);
    }
    cut = data.length < node.length;
  };

  const settingOf = (element: Element): Setting => {
    if (matches(element, 'br')) return 'block';
    if (!asShown && matches(element, INLINE)) return 'inline';
    const style = computed(element);
    const { display } = style;
    if (!asShown) return IN_LINE.test(display) ? 'inline' : 'block';
    if (!isShown(element, style)) {
      unseen.push(element);
      return undefined;
    }
    const isMute = !showsWords(element, style);
    if (isMute) mute.add(element);
    if (display === 'table-cell' || isFigures(element)) return 'cell';
    // The line around what is lifted out of it and does not show goes on.
    const isNothing = LIFTED.test(style.position) && (isMute || !isVisible(element));
    return isNothing || IN_LINE.test(display) ? 'inline' : 'block';
  };

  /** True where the element's inside is to be read. */
  const enter = (element: Element): boolean => {
    if (matches(element, leftOut)) return false;
    const setting = settingOf(element);
    if (!setting) return false;
    const alt = altOf(element);
    if (alt && asShown && !isVisible(element)) unseen.push(element);
    else if (alt) {
      // Digits and words drawn as emoji belong to the line; what describes a picture is a line of its own.
      const isLine = alt.length > MAX_INLINE_ALT;
      if (isLine) breakLine();
      add(element, alt, 0);
      if (isLine) breakLine();
    }
    if (alt) return false;
    if (setting === 'cell') push(' ');
    if (setting === 'block') {
      breakLine();
      open.push(element);
    }
    return true;
  };

  for (const root of roots) {
    breakLine();
    const walker = walk(root);
    if (isFolded(root)) mute.add(root);
    for (let node: Node | null = root; node && !cut;) {
      if (++steps % NODES_AT_ONCE === 0) yield;
      let descend: boolean = node === root;
      if (isText(node)) {
        const parent = parentElement(node);
        if (asShown && parent && (mute.has(parent) || !isVisible(parent))) unseen.push(parent);
        else addShown(node, parent);
      } else descend ||= isElement(node) && enter(node);
      node = (descend ? walker.firstChild() : null) ?? nextOutside(walker, leave);
    }
    if (cut) break;
  }
  return { words: said.join(''), cut, pieces, unseen };
}
