/** The units of a frame that have findings: kept in the session, painted, dropped. */
import type { JudgedUnit } from '../messages';
import { boxOf, clientHeight, isConnected, isDead, parentElement, scrollHeight } from './dom';
import { MAX_UNITS } from './limits';
import { onAbort } from '../on-abort';
import { styleOf, type Painter } from './painter';
import type { UnitContent } from './read-unit';
import { isVisible } from './seen';
import { rank, type Mark, type PageSession, type SeenUnit } from './session';
import { rangesOf } from './unit-ranges';
import { readText } from './unit-text';

/** When a page is scrolled to what the person asked for, in milliseconds. */
const REVEAL_MS = [0, 99, 700];

/** The units that are kept of a frame, by the element in which each lies, within the limits. */
export interface ShownUnits {
  /** True where units came or went since it was asked last. */
  takeChange(): boolean;
  /** Keeps and paints a judged unit where it has findings; false where there is no room for it. */
  add(root: Element, content: UnitContent, judged: JudgedUnit): boolean;
  /** Paints a unit, or takes its paint away where it is hidden, far from the view or no longer kept. */
  repaint(unit: SeenUnit): void;
  /**
   * Paints what lost its box while it was far from the view, and what there was no room for, once there is some. Looks
   * whether marks near the view still hold their words, and show: ranges are live, and a page can collapse, move or hide
   * them.
   */
  paintLate(): void;
  /** Forgets the units of an element. */
  drop(root: Element): void;
  /** Drops units that left the page, and those that `also` names. */
  dropGone(also?: (unit: SeenUnit) => boolean): void;
  /** True where a unit's words are in nodes that left the page, or its marks hold others since it was moved. */
  hasLostWords(root: Element): boolean;
  /** Scrolls to a unit's words, those of one reason where `reason` is its index, and pulses them. */
  readonly reveal: (unit: SeenUnit, reason?: number) => void;
}

/**
 * @param gone hears of each element whose units are dropped because it left the page
 * @param moved hears of each element whose painted ranges hold other words by now, see paintLate, or whose words are also
 *   part of a new unit
 */
export function shownUnits(
  session: PageSession,
  painter: Painter,
  gone: (root: Element) => void,
  moved: (root: Element) => void,
): ShownUnits {
  const byRoot = new WeakMap<Element, Set<string>>();
  /** A number for each element, so that a message keeps its name when it is read anew. */
  const names = new WeakMap<Element, number>();
  let nextName = 1;
  /** Units for whose marks there was no room. */
  const bare = new Set<SeenUnit>();
  let change = false;
  /**
   * Elements near the view, as the browser told last: at each change of the page it works out anew where every painted
   * range lies. What is new is painted once it was told of, all in one frame.
   */
  const near = new WeakSet<Element>();
  const view = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        place(target, isIntersecting || flowsOver(target));
      }
    },
    { rootMargin: NEAR, scrollMargin: NEAR },
  );
  onAbort(session.signal, () => view.disconnect());

  /** Takes an element's paint away while it is far from the view, and brings it back. */
  function place(root: Element, isNear: boolean): void {
    if (isNear === near.has(root)) return;
    near[isNear ? 'add' : 'delete'](root);
    for (const unit of unitsOf(root)) repaint(unit);
  }

  /** The kept units of an element. */
  function unitsOf(root: Element): SeenUnit[] {
    return [...(byRoot.get(root) ?? [])].flatMap((id) => session.units.get(id) ?? []);
  }

  function repaint(unit: SeenUnit): void {
    bare.delete(unit);
    for (const { ranges } of unit.paint) painter.take(ranges);
    if (unit.hidden || !near.has(unit.root) || session.units.get(unit.id) !== unit) return;
    const whole = unit.paint.map(({ look, ranges }) => painter.add(look, ranges));
    if (whole.every(Boolean)) return;
    bare.add(unit);
    session.hasMore = true;
  }

  function drop(root: Element): void {
    if (!byRoot.has(root)) return;
    for (const unit of unitsOf(root)) {
      session.units.delete(unit.id);
      repaint(unit);
    }
    byRoot.delete(root);
    change = true;
    if (!(import.meta.env.FIREFOX && isDead(root))) view.unobserve(root);
  }

  /** Has kept units looked at again that say words of a new one: they may be parts of one message by now, or the whole. */
  function tellSharers(root: Element, { reading }: UnitContent): void {
    const met = new Set<Element>();
    for (const { holder } of reading.pieces)
      for (let at = parentElement(holder); at && !met.has(at); at = parentElement(at)) {
        met.add(at);
        if (at !== root && unitsOf(at).some(({ content }) => holds(content, holder))) moved(at);
      }
  }

  /** Drops the least serious unit for a more serious one: one that a person looks at only where there is no other. */
  function makeRoom(judged: JudgedUnit): boolean {
    let victim: Element | undefined;
    let least = 2 * rank({ judged });
    for (const unit of session.units.values()) {
      if (least === 0) break;
      const weight = 2 * rank(unit) + Number(near.has(unit.root));
      if (weight >= least) continue;
      least = weight;
      victim = unit.root;
    }
    if (!victim) return false;
    session.hasMore = true;
    drop(victim);
    return true;
  }

  return {
    repaint,
    drop,
    takeChange() {
      const before = change;
      change = false;
      return before;
    },
    add(root, content, judged) {
      const { verdict } = judged;
      if (verdict.findings.length === 0 && verdict.level === 'none') return true;
      if (session.units.size >= MAX_UNITS && !makeRoom(judged)) {
        session.hasMore = true;
        return false;
      }
      const at = (start: number, end: number) =>
        rangesOf(content.reading, content.partStart + start, content.partStart + end);
      const paint: Mark[] = [];
      for (const finding of verdict.findings) {
        const look = styleOf(finding, verdict.level);
        if (!look) continue;
        const ranges =
          finding.kind === 'sender' ? wholeOf(content.senderPlace) : at(finding.start, finding.end);
        paint.push({ look, ranges, words: ranges.join() });
      }
      if (!names.has(root)) tellSharers(root, content);
      const name = names.get(root) ?? nextName++;
      names.set(root, name);
      const unit: SeenUnit = {
        id: `u${name}.${content.partStart}`,
        root,
        content,
        judged,
        reasonRanges: verdict.reasons.map((reason) => at(reason.start, reason.end)),
        paint,
        hidden: judged.hidden,
      };
      session.units.set(unit.id, unit);
      byRoot.set(root, (byRoot.get(root) ?? new Set()).add(unit.id));
      // Told by the browser in a later frame: what a person looks at now is painted now.
      const { top, bottom } = boxOf(root);
      const more = innerHeight / 4;
      if (top < innerHeight + more && bottom > -more && bottom > top) near.add(root);
      view.observe(root);
      change = true;
      repaint(unit);
      return true;
    },
    paintLate() {
      for (const { root, paint } of session.units.values())
        if (near.has(root))
          for (const mark of paint) {
            const words = shownIn(mark.ranges);
            if (words === mark.words) continue;
            // Told once: a long unit takes its time to be read anew.
            mark.words = words;
            moved(root);
          }
        else if (flowsOver(root)) place(root, true);
      for (const unit of bare) {
        if (!unit.paint.some(({ look }) => painter.hasRoom(look))) return;
        repaint(unit);
        if (bare.has(unit)) return;
      }
    },
    dropGone(also = () => false) {
      for (const unit of [...session.units.values()]) {
        const { root } = unit;
        if (isConnected(root) && !also(unit)) continue;
        drop(root);
        gone(root);
      }
    },
    hasLostWords: (root) =>
      unitsOf(root).some(
        ({ content, paint }) =>
          content.reading.pieces.some(({ holder }) => !isConnected(holder)) ||
          paint.some(({ ranges, words }) => shownIn(ranges) !== words),
      ),
    reveal(unit, reason) {
      const all = () => unit.paint.flatMap((mark) => mark.ranges);
      const ranges = reason === undefined ? all() : (unit.reasonRanges[reason] ?? []);
      const target = ranges[0]?.startContainer.parentElement ?? unit.root;
      // At once: pictures that come while a page moves there push its words away. Again for those that come then.
      for (const pause of REVEAL_MS)
        setTimeout(() => target.scrollIntoView({ block: 'center', behavior: 'instant' }), pause);
      if (ranges.length > 0) painter.flash(ranges);
    },
  };
}

const holds = ({ reading }: UnitContent, node: Node): boolean =>
  reading.pieces.some((piece) => piece.holder === node);

/** What ranges hold that shows, whatever stands around them. */
const shownIn = (ranges: readonly Range[]): string =>
  ranges.filter(({ startContainer: { parentElement: at } }) => !at || isVisible(at)).join();

/**
 * How far around the view marks are painted, in scrolled containers too: each painted range costs the page's own frames.
 * Chromium applies both margins to the window, one on top of the other.
 */
const NEAR = '25%';

/** True where words may lie outside an element's box, or it has none: always near. */
function flowsOver(element: Element): boolean {
  const height = clientHeight(element);
  return height === 0 || scrollHeight(element) > height + 1;
}

/** The ranges of all that an element says and shows. */
function wholeOf(element: Element | undefined): Range[] {
  return element ? rangesOf(readText([element], { asShown: true }), 0, Infinity) : [];
}
