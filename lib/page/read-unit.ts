import type { Unit, UnitLink } from '../analysis/types';
import { saidBefore } from './conversation';
import { MAX_UNIT_TEXT } from './limits';
import { isLeftOut, messageParts } from './message-parts';
import { senderOf } from './read-sender';
import { rulesOf, type PageRules } from './site-rules';
import { closest, localName, matches, query, queryAll, textOf } from './dom';
import { BLOCK, isLoose, isPlain, ITEMS, LISTS, MESSAGES, UNITS } from './flow';
import { UNREADABLE } from './unreadable';
import { readSlowly, wordsOf, type UnitText } from './unit-text';
import { worthALook } from './cheap-look';
import { leadsOut } from './foreign-links';

/** One unit, or one part of a long one, as it goes to the background. */
export interface UnitContent {
  readonly unit: Unit;
  readonly reading: UnitText;
  /** Where `unit.text` begins in `reading.words`. */
  readonly partStart: number;
  /** The element that shows the sender's name, where it is not part of the text. */
  readonly senderPlace?: Element | undefined;
}

const MAX_LINKS = 50;

/** What was read of a unit. */
export interface ReadUnit {
  /** Its text in parts of at most MAX_UNIT_TEXT, with sender and links; empty where the text cannot matter. */
  readonly parts: readonly UnitContent[];
  /** True where the element holds more than is read. */
  readonly cut: boolean;
  /** What it holds that does not show, and may later. */
  readonly unseen: readonly Element[];
}

const NOTHING: ReadUnit = { parts: [], cut: false, unseen: [] };

/**
 * Reads a unit. Costs two passes over its text where it is worth a look, one elsewhere. A mail is always worth one: its
 * sender's name and address are judged whatever it says. Yields now and then in a long one.
 */
export function* readUnit(root: Element, page: PageRules | undefined): Generator<undefined, ReadUnit> {
  // Pauses, here and below: a page runs all of this for the first time, step by step longer than a slice.
  yield;
  const rules = rulesOf(root, page);
  if (rules?.own && closest(root, rules.own)) return NOTHING;
  const roots = messageParts(root, rules, page);
  const inside = rules ? rules.skip : isLoose(root) ? BLOCK : itemsIn(root);
  const skip = [page?.anyUnit, page?.surroundings, inside].filter(Boolean).join();
  const quick = yield* quickText(roots, skip);
  const mail = rules && /^(mail|list)/.test(rules.kind);
  const leads = leadsOut(root);
  const quickWorth = leads || worthALook(quick.words);
  const nothing = { ...NOTHING, cut: quick.cut };
  if (!mail && !quickWorth) return nothing;
  const { said: before, first } = rules?.own
    ? saidBefore(root, rules, page, skip)
    : { said: [], first: root };
  const { sender, place: senderPlace } = rules ? senderOf(first, rules, page?.frame) : {};
  const signed = mail && sender?.name && sender.address;
  if (signed ? quick.words.trim() === '' : !quickWorth) return nothing;
  yield;
  const reading = yield* readSlowly(roots, { skip, asShown: true });
  const shown = reading.words;
  const worth = signed ? shown.trim() !== '' : leads || worthALook(shown);
  const { cut, unseen } = reading;
  const links = worth ? linksOf(root, skip) : [];
  const parts: UnitContent[] = [];
  for (let partStart = 0; worth && partStart < shown.length;) {
    const end = partEnd(shown, partStart);
    const part = shown.slice(partStart, end);
    if (part.trim() !== '')
      parts.push({
        unit: {
          text: part,
          sender,
          ...(links.length > 0 && { links }),
          ...(before.length > 0 && { before }),
        },
        reading,
        partStart,
        senderPlace,
      });
    partStart = end;
  }
  return { parts, cut, unseen };
}

/**
 * What in a unit of the general way is one of its own: in an item others of its kind, such as answers, and quotations; in
 * a group of paragraphs the points beside them.
 */
function itemsIn(root: Element): string {
  if (matches(root, ITEMS)) return `${localName(root)},blockquote,${MESSAGES}`;
  return matches(root, `body,${LISTS},${MESSAGES}`) ? MESSAGES : UNITS;
}

/** The words of a unit as they are in the page, whatever its styles. Plain text is read by the browser at once. */
function* quickText(
  roots: readonly Element[],
  skip: string,
): Generator<undefined, Pick<UnitText, 'words' | 'cut'>> {
  const [root] = roots;
  return root && roots.length === 1 && isPlain(root) && (skip === MESSAGES || !query(root, skip))
    ? { words: textOf(root), cut: false }
    : yield* readSlowly(roots, { skip });
}

/** The end of the part that begins at `offset`: between two words where there is a blank in its last tenth. */
function partEnd(text: string, offset: number): number {
  const end = offset + MAX_UNIT_TEXT;
  if (end >= text.length) return text.length;
  const at = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf(' ', end - 1)) + 1;
  return at > end - MAX_UNIT_TEXT / 10 ? at : end;
}

function linksOf(root: Element, skip: string): UnitLink[] {
  const links: UnitLink[] = [];
  const leftOut = `${UNREADABLE},${skip}`;
  for (const anchor of queryAll(root, 'a[href]')) {
    if (links.length >= MAX_LINKS) break;
    // Links in SVG have no address of this kind, links in composers are none of ours.
    const { href } = anchor as HTMLAnchorElement;
    if (typeof href !== 'string' || isLeftOut(anchor, root, leftOut)) continue;
    links.push({ text: wordsOf(anchor).trim().slice(0, 500), href: href.slice(0, 2_000) });
  }
  return links;
}
