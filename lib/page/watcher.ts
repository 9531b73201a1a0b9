/** Watches one frame: finds units, has them judged, paints what was found. */
import type { Unit } from '../analysis/types';
import type { SiteEntry } from '../lists/schema-site-pack';
import type { JudgedUnit } from '../messages';
import { ChangeQueue } from './change-queue';
import { unitsIn } from './find-units';
import { JudgeQueue } from './judge-queue';
import { Painter, styleOf } from './painter';
import { readUnit, type UnitContent } from './read-unit';
import type { Mark, PageSession, Reveal, SeenUnit } from './session';
import { chooseRules, type SiteRules } from './site-rules';
import { rangesOf } from './unit-text';

export interface WatcherOptions {
  readonly session: PageSession;
  readonly sites: readonly SiteEntry[];
  readonly judge: (units: Unit[]) => Promise<JudgedUnit[]>;
  /** Called when there is something to show and the overlay is not there yet. */
  readonly onNeedOverlay: () => void;
  /** Called when what was found has changed. */
  readonly onChange: () => void;
  /** Called with what went wrong between page and background. */
  readonly onError: (error: unknown) => void;
}

/** How often lost highlights are put back and gone units dropped, in milliseconds. */
const UPKEEP_MS = 1_500;

/** Starts watching; everything it started ends with the session's signal. */
export function watch(options: WatcherOptions): void {
  new Watcher(options).start();
}

class Watcher {
  readonly #painter = new Painter();
  readonly #queue: ChangeQueue;
  readonly #judges: JudgeQueue;
  readonly #observer: MutationObserver;
  readonly #observed = new WeakSet<Node>();
  /** Text of each element when it was last read, as a hash: unchanged elements are not judged again. */
  readonly #read = new WeakMap<Element, string>();
  readonly #byRoot = new WeakMap<Element, Set<string>>();
  #rules: SiteRules | undefined;
  #nextId = 1;
  /** True while a unit was added that nobody has been told of. */
  #fresh = false;

  constructor(readonly options: WatcherOptions) {
    const { session, judge } = options;
    this.#judges = new JudgeQueue(judge);
    this.#queue = new ChangeQueue(
      (node) => this.#work(node),
      () => document.body,
      () => this.#flush(),
      session.signal,
    );
    this.#observer = new MutationObserver((records) => this.#collect(records));
  }

  start(): void {
    const { session } = this.options;
    this.#observe(document);
    // A frame without a body, such as an image's, has nothing to read.
    if (document.body instanceof Element) this.#queue.add(document.body);
    const upkeep = setInterval(() => this.#upkeep(), UPKEEP_MS);
    session.signal.addEventListener('abort', () => {
      clearInterval(upkeep);
      this.#observer.disconnect();
      this.#painter.clear();
      session.units.clear();
    });
    session.addEventListener('reveal', (event) => this.#reveal((event as CustomEvent<Reveal>).detail), {
      signal: session.signal,
    });
    session.addEventListener('hidden', (event) => this.#hide((event as CustomEvent<SeenUnit>).detail), {
      signal: session.signal,
    });
  }

  #observe(node: Document | ShadowRoot): void {
    if (this.#observed.has(node)) return;
    this.#observed.add(node);
    this.#observer.observe(node, { childList: true, characterData: true, subtree: true });
  }

  /** Only collects: the work runs in slices later. */
  #collect(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') {
        if (target.parentElement) this.#queue.add(target.parentElement);
        continue;
      }
      for (const node of addedNodes) {
        if (node instanceof Element) this.#queue.add(node);
        else if (node instanceof Text && node.parentElement) this.#queue.add(node.parentElement);
      }
    }
  }

  *#work(node: Element | ShadowRoot): Generator<unknown, void> {
    this.#rules ??= chooseRules(this.options.sites, document);
    for (const unit of unitsIn(node, this.#rules, (root) => this.#observe(root))) {
      if (unit) this.#readUnit(unit);
      yield;
    }
  }

  #readUnit(root: Element): void {
    const { parts, cut } = readUnit(root, this.#rules);
    const print = parts
      .map(({ unit }) => `${unit.sender?.name ?? ''}\n${unit.sender?.address ?? ''}\n${unit.text}`)
      .join('\f');
    if (cut) this.options.session.truncated = true;
    const before = this.#read.get(root);
    if (before === print || (before === undefined && print === '')) return;
    this.#read.set(root, print);
    this.#drop(root);
    for (const part of parts) {
      this.#judges.ask(part.unit, (judged) => {
        if (this.#read.get(root) === print && root.isConnected) this.#show(root, part, judged);
      });
    }
  }

  #flush(): void {
    if (this.#dropGone() || this.#fresh) this.#changed();
    this.#judges.flush(() => this.#changed()).catch((error: unknown) => this.options.onError(error));
  }

  #show(root: Element, content: UnitContent, judged: JudgedUnit): void {
    const { session } = this.options;
    const { verdict } = judged;
    if (verdict.findings.length === 0 && verdict.level === 'none') return;
    const at = (start: number, end: number) =>
      rangesOf(content.text, content.offset + start, content.offset + end);
    const marks: Mark[] = [];
    for (const finding of verdict.findings) {
      const style = styleOf(finding, verdict.level);
      if (style && finding.kind !== 'sender') marks.push({ style, ranges: at(finding.start, finding.end) });
    }
    const unit: SeenUnit = {
      id: `u${this.#nextId++}`,
      root,
      content,
      judged,
      reasonRanges: verdict.reasons.map((reason) => at(reason.start, reason.end)),
      marks,
      hidden: judged.hidden,
    };
    if (!session.add(unit)) return;
    this.#fresh = true;
    if (!unit.hidden) this.#paint(unit);
    const ids = this.#byRoot.get(root) ?? new Set();
    this.#byRoot.set(root, ids.add(unit.id));
  }

  #paint(unit: SeenUnit): void {
    for (const { style, ranges } of unit.marks) this.#painter.add(style, ranges);
    this.options.session.truncated ||= this.#painter.full;
  }

  #unpaint(unit: SeenUnit): void {
    for (const { ranges } of unit.marks) this.#painter.remove(ranges);
  }

  #drop(root: Element): void {
    for (const id of this.#byRoot.get(root) ?? []) {
      const unit = this.options.session.units.get(id);
      if (unit) this.#unpaint(unit);
      this.options.session.units.delete(id);
    }
    this.#byRoot.delete(root);
  }

  #changed(): void {
    this.#fresh = false;
    const { session, onNeedOverlay, onChange } = this.options;
    if (!session.hasOverlay && session.shown().some((unit) => !unit.hidden)) onNeedOverlay();
    session.changed();
    onChange();
  }

  #upkeep(): void {
    this.#painter.restore();
    if (this.#dropGone()) this.#changed();
  }

  /** Forgets units that left the page; true where there were some. */
  #dropGone(): boolean {
    const gone = [...this.options.session.units.values()].filter((unit) => !unit.root.isConnected);
    for (const { root } of gone) {
      this.#drop(root);
      this.#read.delete(root);
    }
    return gone.length > 0;
  }

  #reveal({ unit, reason }: Reveal): void {
    const marked = () => unit.marks.flatMap((mark) => mark.ranges);
    const ranges = reason === undefined ? marked() : (unit.reasonRanges[reason] ?? []);
    const target = ranges[0]?.startContainer.parentElement ?? unit.root;
    const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    target.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'auto' });
    if (ranges.length > 0) this.#painter.pulse(ranges);
  }

  /** Repaints after the person hid a unit or took that back. */
  #hide(unit: SeenUnit): void {
    this.#judges.forget();
    if (unit.hidden) this.#unpaint(unit);
    else this.#paint(unit);
    this.#changed();
  }
}
