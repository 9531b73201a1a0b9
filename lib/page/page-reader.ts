/** Reads one document: by its site's rules, by its structure where there are none or where they find nothing. */
import type { PageSite } from '../lists/page-site';
import { worthALook } from './cheap-look';
import { now } from './clock';
import { bubblesAfter } from './conversation';
import { checkVisibility, find, isElement, matches, query, textFits, textOf } from './dom';
import type { FarParts } from './far-parts';
import { unitsIn } from './find-units';
import { newRound } from './generic-blocks';
import { MAX_SMALL } from './limits';
import { readUnit, type ReadUnit } from './read-unit';
import { senderOf } from './read-sender';
import { chooseRules, homeOfSender, type PageRules } from './site-rules';

/** Software is known by its marks, which may come late: the pause after the first look for them; each is twice as long. */
const FIRST_PAUSE_MS = 250;
/** How many times longer the pause is than the look took. */
const REST = 50;
/** A page clearly has messages where this many blocks of this length, or one this long, are worth the judge's look. */
const MANY = 2;
const LONG_ENOUGH = 80;
const VERY_LONG = 300;
/** Pauses of the finder after which the look ends: some 10,000 nodes. */
const MAX_PAUSES = 160;

/** Reads one document. */
export interface PageReader {
  /** The site's name while its selectors find no message and the page is read in the general way. */
  readonly lostSite: string | undefined;
  /** What was found out about elements holds no longer: a round of work begins or has ended. */
  forget(): void;
  /**
   * The units in and around a node, or around a sender's name that came late, see unitsIn; those of the whole page where
   * its rules are found late. What lies far from the view is passed over where `isMuch` has changed.
   */
  unitsAt(
    node: Element | ShadowRoot,
    isMuch: boolean,
    onShadowRoot: (root: ShadowRoot) => void,
  ): Generator<Element | undefined, void>;
  /** False for a unit that was found in the general way before the rules were. */
  serves(unit: Element): boolean;
  /** See readUnit. */
  read(unit: Element): Generator<undefined, ReadUnit>;
  /**
   * Looks now and then whether the site's selectors still find the messages; call it about every second. Gives what must be
   * read anew: the page in the general way, since some are beside those that they find, or since the sender of a mail in a
   * frame is known by now; what says nothing, where the marks of the page's software may have come since the last look.
   */
  checkSelf(): Element | false;
}

/**
 * Finds out by which rules a page is read, and reads the units of a changed part by them.
 * @param wasRead see Reading
 * @param far see Reading
 */
export function readerOf(
  sites: readonly PageSite[],
  wasRead: (element: Element) => boolean,
  far: FarParts,
): PageReader {
  let rules: PageRules | undefined;
  /** Looks at which software made the page, and from when on a change is worth the next one. */
  let looks = 0;
  let nextLook = 0;
  /** The page has changed since. */
  let isBehind = false;
  /** Something was read before the rules were known. */
  let hasGuessed = false;
  let general = false;
  let address = '';
  /** Senders in the page around a frame. */
  let around: string | null = null;
  /** Shared by the changed nodes of one round of work: neighbours are often rows of the same list. */
  let round = newRound();
  let calls = 0;

  /** Looks which software made the page; true where something was read without knowing. Rarer and rarer. */
  function* look(): Generator<undefined, boolean> {
    const pause = FIRST_PAUSE_MS * 2 ** looks++;
    let spent = 0;
    for (const search = chooseRules(sites); ; yield) {
      const start = now();
      const { done, value } = search.next();
      spent += now() - start;
      // A large page is searched through more rarely.
      nextLook = start + Math.max(pause, spent * REST);
      if (!done) continue;
      rules = value;
      return hasGuessed && !!value;
    }
  }

  // A frame in which the site's own mails were to lie is read whatever its selectors say of the page around it.
  const isGeneric = () => general || !rules || (!rules.messages && window !== top);

  return {
    get lostSite() {
      return general && rules && !query(document.body, rules.messages) ? rules.site : undefined;
    },
    forget: () => {
      round = newRound();
    },
    *unitsAt(node, isMuch, onShadowRoot) {
      isBehind = now() < nextLook;
      const isLate = !rules && !isBehind && (yield* look());
      hasGuessed ||= !rules;
      const home = rules && isElement(node) && homeOfSender(node, rules);
      const part = isLate ? document.body : home || node;
      const reading = {
        siteRules: rules,
        generic: isGeneric(),
        known: round,
        wasRead,
        // Measured anew after the look: meanwhile the page may have filled.
        far: isMuch || isLate || !textFits(node, MAX_SMALL) ? far : undefined,
      };
      let last: Element | undefined;
      for (const unit of unitsIn(part, reading, onShadowRoot)) {
        last = unit ?? last;
        yield unit;
      }
      if (rules && last) yield* bubblesAfter(last, rules, wasRead);
    },
    serves: (unit) => !rules || isGeneric() || matches(unit, rules.anyUnit),
    read: (unit) => readUnit(unit, rules),
    checkSelf: () => {
      // The page shows another part of itself: its software's marks may come with it.
      if (address !== location.href) calls = looks = nextLook = 0;
      address = location.href;
      // It may rest from now on, and its change was worth no look.
      if (!rules) return isBehind && now() >= nextLook && document.head;
      if (!rules.messages) return false;
      const { frame, kinds } = rules;
      // The sender of a mail in a frame stands in the page around it, whose changes are not heard here.
      const senders =
        frame && JSON.stringify(kinds.map((kind) => kind.frame && senderOf(document.body, kind, frame)));
      if (senders !== around) {
        around = senders;
        return document.body;
      }
      // At the second call, when the page had time to fill, the fourth, the eighth: what loads slowly is met later.
      // One kind of several may be lost: what lies beside the others is read in the general way from then on.
      return !(calls & ++calls) && calls > 1 && !general && (general = hasMessages(rules)) && document.body;
    },
  };
}

/** Whether a page clearly has messages beside those that its rules find. Bounded by MAX_PAUSES. */
function hasMessages(rules: PageRules): boolean {
  let pauses = 0;
  let found = 0;
  for (const unit of unitsIn(document.body, { siteRules: rules, generic: true })) {
    if (!unit && ++pauses > MAX_PAUSES) return false;
    const said = unit ? textOf(unit).trim() : '';
    if (said.length < LONG_ENOUGH || !unit || !checkVisibility(unit) || !worthALook(said)) continue;
    // What the rules find, or words around it.
    if (find(unit, rules.anyUnit)) continue;
    if (said.length > VERY_LONG || ++found >= MANY) return true;
  }
  return false;
}
