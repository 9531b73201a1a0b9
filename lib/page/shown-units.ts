/** The units of a frame that have findings: kept in the session, painted, dropped. */
import type { JudgedUnit } from '../messages';
import { boxOf, isConnected } from './dom';
import { MAX_UNITS } from './limits';
import { onAbort } from './on-abort';
import { styleOf, type Painter } from './painter';
import type { UnitContent } from './read-unit';
import type { Mark, PageSession, SeenUnit } from './session';
import { rangesOf } from './unit-ranges';
import { readText } from './unit-text';

/** The units that are kept of a frame, by the element in which each lies, within the limits. */
export class ShownUnits {
  readonly #session: PageSession;
  readonly #painter: Painter;
  readonly #gone: (root: Element) => void;
  readonly #byRoot = new WeakMap<Element, Set<string>>();
  /** A number for each element, so that a message keeps its name when it is read anew. */
  readonly #names = new WeakMap<Element, number>();
  #nextName = 1;
  /** Units for whose marks there was no room. */
  readonly #bare = new Set<SeenUnit>();
  #change = false;
  /**
   * Elements near the view, as the browser told last: at each change of the page it works out anew where every painted
   * range lies. What is new is painted once it was told of, all in one frame.
   */
  readonly #near = new WeakSet<Element>();
  readonly #view: IntersectionObserver;

  /** @param gone hears of each element whose units are dropped because it left the page */
  constructor(session: PageSession, painter: Painter, gone: (root: Element) => void) {
    this.#session = session;
    this.#painter = painter;
    this.#gone = gone;
    const look = (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) {
        const { clientHeight, scrollHeight } = target;
        this.#place(target, isIntersecting || clientHeight === 0 || scrollHeight > clientHeight + 1);
      }
    };
    // A screen more on each side, in scrolled containers too.
    this.#view = new IntersectionObserver(look, {
      rootMargin: NEAR,
      scrollMargin: NEAR,
    });
    onAbort(session.signal, () => this.#view.disconnect());
  }

  /**
   * Takes an element's paint away while it is far from the view, and brings it back. What has no box, and whose words
   * flow over its box, is always near.
   */
  #place(root: Element, isNear: boolean): void {
    if (isNear === this.#near.has(root)) return;
    this.#near[isNear ? 'add' : 'delete'](root);
    for (const unit of this.#unitsOf(root)) this.repaint(unit);
  }

  /** The kept units of an element. */
  #unitsOf(root: Element): SeenUnit[] {
    return [...(this.#byRoot.get(root) ?? [])].flatMap((id) => this.#session.units.get(id) ?? []);
  }

  /** True where units came or went since it was asked last. */
  takeChange(): boolean {
    const change = this.#change;
    this.#change = false;
    return change;
  }

  /** Keeps and paints a judged unit where it has findings; false where there is no room for it. */
  add(root: Element, content: UnitContent, judged: JudgedUnit): boolean {
    const session = this.#session;
    const { verdict } = judged;
    if (verdict.findings.length === 0 && verdict.level === 'none') return true;
    if (session.units.size >= MAX_UNITS && !this.#makeRoom(judged)) {
      session.truncated = true;
      return false;
    }
    const at = (start: number, end: number) =>
      rangesOf(content.text, content.offset + start, content.offset + end);
    const marks: Mark[] = [];
    for (const finding of verdict.findings) {
      const style = styleOf(finding, verdict.level);
      if (style)
        marks.push({
          style,
          ranges: finding.kind === 'sender' ? wholeOf(content.senderPlace) : at(finding.start, finding.end),
        });
    }
    const name = this.#names.get(root) ?? this.#nextName++;
    this.#names.set(root, name);
    const unit: SeenUnit = {
      id: `u${name}.${content.offset}`,
      root,
      content,
      judged,
      reasonRanges: verdict.reasons.map((reason) => at(reason.start, reason.end)),
      marks,
      hidden: judged.hidden,
    };
    session.add(unit);
    this.#byRoot.set(root, (this.#byRoot.get(root) ?? new Set()).add(unit.id));
    // Told by the browser in a later frame: what a person looks at now is painted now.
    const { top, bottom } = boxOf(root);
    if (top < 2 * innerHeight && bottom > -innerHeight && bottom > top) this.#near.add(root);
    this.#view.observe(root);
    this.#change = true;
    this.repaint(unit);
    return true;
  }

  /** Paints a unit, or takes its paint away where it is hidden, far from the view or no longer kept. */
  repaint(unit: SeenUnit): void {
    this.#bare.delete(unit);
    for (const { ranges } of unit.marks) this.#painter.remove(ranges);
    if (unit.hidden || !this.#near.has(unit.root) || this.#session.units.get(unit.id) !== unit) return;
    const whole = unit.marks.map(({ style, ranges }) => this.#painter.add(style, ranges));
    if (whole.every(Boolean)) return;
    this.#bare.add(unit);
    this.#session.truncated = true;
  }

  /** Paints what there was no room for, once there is some. */
  paintBare(): void {
    for (const unit of this.#bare) {
      if (!unit.marks.some(({ style }) => this.#painter.hasRoom(style))) return;
      this.repaint(unit);
      if (this.#bare.has(unit)) return;
    }
  }

  /** Forgets the units of an element. */
  drop(root: Element): void {
    if (!this.#byRoot.has(root)) return;
    for (const unit of this.#unitsOf(root)) {
      this.#session.units.delete(unit.id);
      this.repaint(unit);
    }
    this.#byRoot.delete(root);
    this.#view.unobserve(root);
    this.#change = true;
  }

  /** Drops units that left the page, and those that `also` names. */
  dropGone(also: (root: Element) => boolean = () => false): void {
    for (const { root } of [...this.#session.units.values()]) {
      if (isConnected(root) && !also(root)) continue;
      this.drop(root);
      this.#gone(root);
    }
  }

  /** True where a unit's words are in nodes that left the page: the same words may stand in new ones. */
  hasLostWords(root: Element): boolean {
    return this.#unitsOf(root).some(({ content }) => content.text.nodes.some((node) => !isConnected(node)));
  }

  /** Scrolls to a unit's words, those of one reason where `reason` is its index, and pulses them. */
  reveal(unit: SeenUnit, reason?: number): void {
    const all = () => unit.marks.flatMap((mark) => mark.ranges);
    const ranges = reason === undefined ? all() : (unit.reasonRanges[reason] ?? []);
    const target = ranges[0]?.startContainer.parentElement ?? unit.root;
    const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    target.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'auto' });
    if (ranges.length > 0) this.#painter.pulse(ranges);
  }

  /** Drops an ordinary unit for a serious one. */
  #makeRoom({ verdict }: JudgedUnit): boolean {
    if (verdict.level === 'none') return false;
    for (const unit of this.#session.units.values()) {
      if (unit.judged.verdict.level !== 'none') continue;
      this.#session.truncated = true;
      this.drop(unit.root);
      return true;
    }
    return false;
  }
}

/** How far around the view marks are painted. */
const NEAR = '100%';

/** The ranges of all that an element says. */
function wholeOf(element: Element | undefined): Range[] {
  return element ? rangesOf(readText([element]), 0, Infinity) : [];
}
