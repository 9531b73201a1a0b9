/** What stands in an element of a page that no site pack knows: running text, or messages and boxes. */
import { childNodes, computed, firstElement, isText, matches, query, textFits } from './dom';
import { MAX_UNIT_TEXT } from './limits';

/** Elements that are one message of a feed, list or mail view; the innermost counts. */
export const MESSAGES = 'article,[role=article],[role=listitem],[role=row],[role=document]';
/** Elements that are one message where nothing of MESSAGES is around them. */
export const ITEMS = 'li,td,th,dd,blockquote';
/** All of these. */
export const UNITS = `${MESSAGES},${ITEMS}`;
/** Elements that run within a text, whatever stands around them. */
export const INLINE =
  'span,b,strong,em,i,u,a,font,small,label,mark,code,sub,sup,abbr,time,ins,del,s,q,cite,bdi,wbr';
/** What is no part of a line of words. */
export const BLOCK = `:not(${INLINE},br,img)`;
const TEXTS = 'p,h1,h2,h3,h4,h5,h6';
/** What stands among the blocks of a message, and what says nothing; boxes only where they hold no blocks. */
const FLOW =
  `${TEXTS},pre,ul,ol,dl,dt,table,blockquote,details,summary,figure,figcaption,center,div,` +
  `style,script,noscript,svg,picture,video,button,:empty:not(textarea),${INLINE}`;
const BLOCKS = `div,section,ul,ol,dl,blockquote,table,form,${TEXTS}`;
/** One of these belongs to a message, several in a row are a list of them. */
const BOXES = ':is(details,figure,center)';
/**
 * Signatures and what begins a quotation, as mail programs make them, and pictures with captions, as newspapers do: boxes of
 * blocks, and yet no messages of their own.
 */
const PARTS =
  '[class*=ignature],[class*=aption],[class^=VCSort],[id*=ignature],[data-marker^=__],[type=cite],#divRplyFwdMsg,' +
  '[style^="border:none;border-"]';
const NOT_FLOW =
  `:scope>:not(${FLOW}),:scope>:is(div,center,details):not(${PARTS})>:is(${BLOCKS}):not(${PARTS}),` +
  `:scope>${BOXES}+${BOXES},:scope>:is(a,label)>div~div`;
/** Holders of whole pages. */
export const SHELLS = 'html,body,main,[role=main],nav,header,footer';
/** Holders of items, between which words mean nothing. */
export const LISTS = 'ul,ol,dl,table,tbody,tr';
/** Neighbouring blocks under one parent are one message up to this size; a mail of several paragraphs, not a page. */
export const MAX_GROUP = 6_000;
/** Words between blocks of other kinds are one message with them up to this size. */
const MAX_LOOSE = 1_500;
/** What is no word within a text. */
const NO_RUN = `:not(${INLINE}),[role],[contenteditable]`;

/** True where an element holds nothing but text and words that run within it. */
export function isPlain(element: Element): boolean {
  return !firstElement(element) || !query(element, NO_RUN);
}

/** True for a block that may be one message though blocks of other kinds stand in it, none of which is a message itself. */
export function isSmall(element: Element): boolean {
  return !matches(element, SHELLS) && textFits(element, MAX_LOOSE) && !query(element, `${UNITS},${BLOCKS}`);
}

/**
 * True where words of an element may stand loose between blocks that are messages of their own: they are one message, those
 * blocks left out. Not those between the parts of a whole page.
 */
export function isLoose(element: Element): boolean {
  const mixed = isMixed(element);
  return (
    // The body of a frame may be a mail.
    (mixed || (window === top && isShell(element))) &&
    !isSmall(element) &&
    !matches(element, `${mixed ? 'body,' : ''}${UNITS},${LISTS}`) &&
    textFits(element, MAX_UNIT_TEXT)
  );
}

/** True where an element holds running text and nothing else, and is no whole page of it. */
export function flows(element: Element): boolean {
  return textFits(element, MAX_GROUP) && !isMixed(element) && !isShell(element);
}

/** True for a holder of a whole page that says nothing itself: links between its paragraphs are no words of theirs. */
function isShell(element: Element): boolean {
  return (
    matches(element, SHELLS) && ![...childNodes(element)].some((node) => isText(node) && !isWord(node.data))
  );
}

/** True where messages or boxes stand in an element. */
export function isMixed(element: Element): boolean {
  return !isPlain(element) && !!query(element, `${MESSAGES},${NOT_FLOW}`);
}

/** True for what runs within a line, by its name or the page's styles. */
export function isInline(element: Element): boolean {
  const inline = matches(element, INLINE) || /^(?:inline$|contents)/.test(computed(element).display);
  return inline && (isPlain(element) || !query(element, BLOCKS));
}

/** True for what has no blank between two words: never a message by itself. */
export function isWord(text: string): boolean {
  return !/\S\s+\S/.test(text);
}
