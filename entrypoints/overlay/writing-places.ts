/** Where the person writes: what card and chips must not cover. */
import {
  boxOf,
  checkVisibility,
  closest,
  isConnected,
  isElement,
  isShadowRoot,
  matches,
  parentNode,
  queryAll,
  shadowRootOf,
} from '../../lib/page/dom';
import type { Box } from './box';
import type { WritingKind, WritingPlace } from './card-place';

/** Composers as pages make them; single-line fields too: a login, a search. */
const COMPOSERS =
  'textarea,[contenteditable=""],[contenteditable="true" i],[contenteditable="plaintext-only" i],[role="textbox" i],' +
  'input:not([type]),input[type="text" i],input[type="email" i],input[type="search" i],input[type="password" i],' +
  'input[type="tel" i],input[type="url" i],input[type="number" i]';
const FRAMES = 'iframe,frame';
/** What may be one, each a question that browsers answer from an index; all in one would cost them a look at each element. */
const CANDIDATES = ['textarea', 'input', '[contenteditable]', '[role="textbox" i]', 'iframe', 'frame'];
const BUTTONS = 'button,[role="button"],input[type="submit" i],input[type="button" i]';
/** A page with more fields than that in view is a form: the first ones must do. */
const MAX_COMPOSERS = 40;
const MAX_BUTTONS = 40;
/** How far up a composer's buttons are looked for, and how large a part of the screen can belong to a composer. */
const MAX_LEVELS = 20;
const MAX_PART = 0.5;
/** Elements that are asked for a shadow root in one step, and before the search begins anew; trees that are looked into. */
const AT_ONCE = 1_000;
const MAX_ASKED = 5_000;
const MAX_TREES = 50;
/** How often shadow trees are searched for a step further, in milliseconds. */
const SEARCH_MS = 400;

/** What was answered last, and when. */
let answer: readonly WritingPlace[] = [];
let answeredAt = -Infinity;

/**
 * The boxes of the composers in view, each with its buttons, in pixels of the viewport.
 * @param maxAge how old an answer will do, in milliseconds: card and chips ask by turns
 */
export function writingPlaces(maxAge = 0): readonly WritingPlace[] {
  const now = performance.now();
  if (now - answeredAt >= maxAge) {
    answeredAt = now;
    answer = findPlaces();
  }
  return answer;
}

function findPlaces(): WritingPlace[] {
  const places: WritingPlace[] = [];
  const known = new Set<ParentNode>();
  let seen = 0;
  for (const tree of openTrees()) {
    for (const composer of composersOf(tree)) {
      const box = boxOf(composer);
      if (
        !isInView(box) ||
        !isShown(composer, tree) ||
        (isFrame(composer) && !isWrittenIn(composer, box, tree))
      )
        continue;
      if (++seen > MAX_COMPOSERS) return places;
      const isField = matches(composer, 'input') && tree.activeElement !== composer;
      places.push(placeOf(box, isField ? 'field' : 'composer'));
      for (const shell of shellsOf(composer)) {
        if (known.has(shell)) continue;
        known.add(shell);
        // What sends comes last.
        const buttons = isElement(shell) ? queryAll(shell, BUTTONS) : shell.querySelectorAll(BUTTONS);
        for (const button of [...buttons].slice(-MAX_BUTTONS)) {
          const place = boxOf(button);
          if (isInView(place)) places.push(placeOf(place, 'button'));
        }
      }
    }
  }
  return places;
}

function composersOf(tree: ParentNode): Element[] {
  const all = new Set(CANDIDATES.flatMap((candidate) => [...tree.querySelectorAll(candidate)]));
  return [...all].filter((one) => matches(one, `${COMPOSERS},${FRAMES}`));
}

/** The open shadow trees that were found: a host in the page keeps its tree. */
const found = new Set<ShadowRoot>();
const search = searchTrees();
/** From when on the search goes a step further. */
let nextSearch = 0;

/** The document and the open shadow trees in it, those that hold the focus first. */
function openTrees(): Iterable<Document | ShadowRoot> {
  const trees = new Set<Document | ShadowRoot>([document]);
  for (let at = document.activeElement; at;) {
    const root = shadowRootOf(at);
    if (root) trees.add(root);
    at = root?.activeElement ?? null;
  }
  for (const root of found) if (!isConnected(root)) found.delete(root);
  const now = performance.now();
  if (now >= nextSearch) {
    nextSearch = now + SEARCH_MS;
    search.next();
  }
  for (const root of found) trees.add(root);
  return trees;
}

/** Finds shadow trees round and round, from the end of each tree on, where pages put what lies over them. A step is O(AT_ONCE). */
function* searchTrees(): Generator<void, never> {
  for (;;) {
    let asked = 0;
    const trees = new Set<Document | ShadowRoot>([document, ...found]);
    for (const tree of trees) {
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
      while (walker.lastChild());
      for (
        let at: Node | null = walker.currentNode;
        at && at !== tree && asked < MAX_ASKED;
        at = walker.previousNode()
      ) {
        const root = shadowRootOf(at as Element);
        if (root && found.size < MAX_TREES) {
          found.add(root);
          trees.add(root);
        }
        if (++asked % AT_ONCE === 0) yield;
      }
    }
    yield;
  }
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return matches(element, FRAMES);
}

/**
 * True for the frame of a rich editor or of a chat, and for one in which the person is in a field; of a foreign one we know
 * the focus alone.
 */
function isWrittenIn(frame: HTMLIFrameElement, box: Box, tree: Document | ShadowRoot): boolean {
  const inside = frame.contentDocument;
  // A frame as large as the page is what the person reads.
  const part = (box.right - box.left) * (box.bottom - box.top);
  const isSmall = part <= innerWidth * innerHeight * MAX_PART;
  if (inside)
    return (
      inside.designMode === 'on' ||
      (inside.body as HTMLElement | null)?.isContentEditable === true ||
      (inside.activeElement !== null && matches(inside.activeElement, COMPOSERS)) ||
      (isSmall && composersOf(inside).some((one) => !matches(one, `input,${FRAMES}`) && isInView(boxOf(one))))
    );
  return tree.activeElement === frame && isSmall;
}

/**
 * What holds a composer and its buttons: its form, or the widest element around it that is no page of its own. In a shadow
 * tree that is the tree, and what is around its host.
 */
function shellsOf(composer: Element): (Element | ShadowRoot)[] {
  const form = closest(composer, 'form');
  if (form) return [form];
  const limit = innerWidth * innerHeight * MAX_PART;
  const shells: ShadowRoot[] = [];
  let shell: Element | undefined;
  let at = parentNode(composer);
  for (let level = 0; at && at !== document.body && level < MAX_LEVELS; level++) {
    const root = isShadowRoot(at) ? at : undefined;
    const element = root?.host ?? (at as Element);
    const { width, height } = boxOf(element);
    if (width * height > limit) break;
    if (root) shells.push(root);
    shell = root ? undefined : element;
    at = root ? element : parentNode(at);
  }
  return shell ? [...shells, shell] : shells;
}

function placeOf({ left, right, top, bottom }: Box, kind: WritingKind): WritingPlace {
  return { left, right, top, bottom, kind };
}

/** False for what a page keeps for later, such as in a dialog that is closed; an editor may fade what it is written in. */
function isShown(composer: Element, tree: Document | ShadowRoot): boolean {
  return (
    tree.activeElement === composer ||
    checkVisibility(composer, { opacityProperty: true, visibilityProperty: true })
  );
}

function isInView({ left, right, top, bottom }: Box): boolean {
  return (
    right - left > 8 && bottom - top > 8 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
  );
}
