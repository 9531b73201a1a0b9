/** Reads one document: by its site's rules, by its structure where there are none or where they find nothing. */
import type { SiteEntry } from '../lists/schema-site-pack';
import { worthALook } from './cheap-look';
import { now } from './clock';
import { checkVisibility, isElement, matches, query, textOf } from './dom';
import { unitsIn } from './find-units';
import { newRound } from './generic-blocks';
import { NearHosts } from './near-hosts';
import { readUnit, type ReadUnit } from './read-unit';
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

/** Finds out by which rules a page is read, and reads the units of a changed part by them. */
export class PageReader {
  #rules: PageRules | undefined;
  /** Looks at which software made the page, and from when on a change is worth the next one. */
  #looks = 0;
  #nextLook = 0;
  /** Something was read before the rules were known. */
  #hasGuessed = false;
  #general = false;
  #address = '';
  /** Shared by the changed nodes of one round of work: neighbours are often rows of the same list. */
  #round = newRound();
  #calls = 0;

  readonly #sites: readonly SiteEntry[];
  readonly #wasRead: (element: Element) => boolean;
  /** Shadow trees that are not looked for yet. */
  readonly hosts = new NearHosts();

  /** @param wasRead see Reading */
  constructor(sites: readonly SiteEntry[], wasRead: (element: Element) => boolean) {
    this.#sites = sites;
    this.#wasRead = wasRead;
  }

  /** The site's name while its selectors find nothing and the page is read in the general way. */
  get general(): string | undefined {
    return this.#general ? this.#rules?.site : undefined;
  }

  /** What was found out about elements holds no longer: a round of work begins or has ended. */
  forget(): void {
    this.#round = newRound();
  }

  /**
   * The units in and around a node, or around a sender's name that came late, see unitsIn; those of the whole page where
   * its rules are found late.
   */
  *units(
    node: Element | ShadowRoot,
    onShadowRoot: (root: ShadowRoot) => void,
  ): Generator<Element | undefined, void> {
    const isLate = !this.#rules && now() >= this.#nextLook && (yield* this.#look());
    this.#hasGuessed ||= !this.#rules;
    const reading = {
      rules: this.#rules,
      generic: this.#isGeneric,
      round: this.#round,
      wasRead: this.#wasRead,
      hosts: this.hosts,
    };
    const home = this.#rules && isElement(node) && homeOfSender(node, this.#rules);
    yield* unitsIn(isLate ? document.body : home || node, reading, onShadowRoot);
  }

  /** Looks which software made the page; true where something was read without knowing. Rarer and rarer. */
  *#look(): Generator<undefined, boolean> {
    const pause = FIRST_PAUSE_MS * 2 ** this.#looks++;
    let spent = 0;
    for (const search = chooseRules(this.#sites, document); ; yield) {
      const start = now();
      const { done, value } = search.next();
      spent += now() - start;
      // A large page is searched through more rarely.
      this.#nextLook = start + Math.max(pause, spent * REST);
      if (!done) continue;
      this.#rules = value;
      return this.#hasGuessed && value !== undefined;
    }
  }

  get #isGeneric(): boolean {
    const rules = this.#rules;
    // A frame in which the site's own mails were to lie is read whatever its selectors say of the page around it.
    return this.#general || !rules || (!rules.messages && window !== top);
  }

  /** False for a unit that was found in the general way before the rules were. */
  serves(unit: Element): boolean {
    return !this.#rules || this.#isGeneric || matches(unit, this.#rules.unit);
  }

  read(unit: Element): ReadUnit {
    return readUnit(unit, this.#rules);
  }

  /**
   * Looks now and then whether the site's selectors still find messages; call it about every second. True where they
   * do not and the page must be read anew, in the general way.
   */
  check(): boolean {
    const rules = this.#rules;
    if (!rules?.messages) return false;
    if (this.#address !== location.href) this.#calls = 0;
    this.#address = location.href;
    // At the second call, when the page had time to fill, the fourth, the eighth: what loads slowly is met later.
    const calls = ++this.#calls;
    if ((calls < 2 || calls & (calls - 1)) && !this.#general) return false;
    const before = this.#general;
    this.#general = !query(document.body, rules.messages) && (before || hasMessages(rules));
    return this.#general && !before;
  }
}

/** Whether a page that its rules find nothing on clearly has messages. Bounded by MAX_PAUSES. */
function hasMessages(rules: PageRules): boolean {
  let pauses = 0;
  let found = 0;
  for (const unit of unitsIn(document.body, { rules, generic: true })) {
    if (!unit && ++pauses > MAX_PAUSES) return false;
    const said = unit ? textOf(unit).trim() : '';
    if (said.length < LONG_ENOUGH || !unit || !checkVisibility(unit) || !worthALook(said)) continue;
    if (said.length > VERY_LONG || ++found >= MANY) return true;
  }
  return false;
}
