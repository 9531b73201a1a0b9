/** Watches one frame: finds units, has them judged, paints what was found. */
import type { Unit } from '../analysis/types';
import type { SiteEntry } from '../lists/schema-site-pack';
import type { JudgedUnit } from '../messages';
import { changeQueue, type ChangeQueue } from './change-queue';
import { isConnected, isElement, isText, parentNode } from './dom';
import { elementsInView } from './in-view';
import { JudgeQueue } from './judge-queue';
import { keepNewest, MAX_BATCH, MAX_CONCEALED } from './limits';
import { onAbort } from './on-abort';
import { readerOf, type PageReader } from './page-reader';
import { painterOf, type Painter } from './painter';
import { isRead } from './seen';
import type { PageSession } from './session';
import { shownUnits, type ShownUnits } from './shown-units';
import { isUnreadable } from './unreadable';

export interface WatcherOptions {
  readonly session: PageSession;
  readonly sites: readonly SiteEntry[];
  readonly judge: (units: Unit[]) => Promise<JudgedUnit[]>;
  /** Looks of the highlights, where the browser needs them in each shadow tree. */
  readonly shadowSheet?: string | undefined;
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
  readonly #options: WatcherOptions;
  readonly #painter: Painter;
  readonly #shown: ShownUnits;
  readonly #queue: ChangeQueue;
  readonly #judges: JudgeQueue;
  readonly #reader: PageReader;
  readonly #observer: MutationObserver;
  readonly #observed = new WeakSet<Node>();
  /** What each element said when it was last read, and by which lists: unchanged elements are not judged again. */
  readonly #read = new WeakMap<Element, string>();
  /** Long units that are half read. */
  readonly #reading = new WeakMap<Element, unknown>();
  /** How often the lists have changed. */
  #lists = 0;
  /** Units that the background did not answer for: looked at again. */
  readonly #again = new Set<Element>();
  /** What does not show in units: looked at again once it does. The newest last. */
  readonly #hidden = new Set<Element>();

  constructor(options: WatcherOptions) {
    this.#options = options;
    const { session, judge, shadowSheet } = options;
    this.#painter = painterOf(shadowSheet);
    this.#shown = shownUnits(session, this.#painter, (root) => this.#read.delete(root));
    this.#judges = new JudgeQueue(judge);
    this.#reader = readerOf(options.sites, (element) => this.#read.has(element));
    this.#queue = changeQueue({
      work: (node) => this.#work(node),
      whole: () => document.body,
      inView: () => this.#inView(),
      begin: () => this.#reader.forget(),
      done: () => this.#flush(),
      signal: session.signal,
    });
    this.#observer = new MutationObserver((records) => this.#collect(records));
  }

  start(): void {
    const { session } = this.#options;
    const { signal } = session;
    this.#observe(document);
    this.#addPage();
    const upkeep = setInterval(() => this.#upkeep(), UPKEEP_MS);
    onAbort(signal, () => {
      clearInterval(upkeep);
      this.#observer.disconnect();
      this.#painter.clear();
      session.units.clear();
    });
    session.on('reveal', ({ unit, reason }) => this.#shown.reveal(unit, reason), signal);
    session.on(
      'hidden',
      (unit) => {
        this.#judges.forget();
        this.#shown.repaint(unit);
        this.#changed();
      },
      signal,
    );
    session.on(
      'lists',
      () => {
        this.#lists++;
        this.#judges.forget();
        this.#addPage();
      },
      signal,
    );
  }

  #addPage(): void {
    // A frame without a body, such as an image's, has nothing to read.
    if (document.body instanceof Element) this.#queue.add(document.body);
  }

  #observe(node: Document | ShadowRoot): void {
    if (this.#observed.has(node)) return;
    this.#observed.add(node);
    this.#observer.observe(node, { childList: true, characterData: true, subtree: true });
  }

  /** Only collects: the work runs in slices later. */
  #collect(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'characterData') this.#addParent(target);
      for (const node of addedNodes) {
        if (isElement(node)) this.#queue.add(node);
        else if (isText(node)) this.#addParent(node);
      }
      if (removedNodes.length > 0) this.#addUnitAround(target);
    }
  }

  /** What is in view is judged before the rest of a long page is read. */
  *#inView(): Generator<Element, void> {
    yield* elementsInView();
    this.#judge();
  }

  #addParent(node: Node): void {
    const parent = parentNode(node);
    if (parent && isElement(parent)) this.#queue.add(parent);
  }

  /** Words were taken out of a unit: it is read again. Elsewhere a removal says nothing new. */
  #addUnitAround(node: Node): void {
    for (let at: Node | null = node; at; at = parentNode(at)) {
      if (this.#isUnit(at)) {
        this.#queue.add(at);
        return;
      }
    }
  }

  /** True for a unit that was read, or is half read. */
  #isUnit(node: Node): node is Element {
    return isElement(node) && (this.#read.has(node) || this.#reading.has(node));
  }

  *#work(node: Element | ShadowRoot): Generator<unknown, void> {
    if (this.#isUnit(node)) yield* this.#readUnit(node);
    for (const unit of this.#reader.units(node, (root) => this.#observe(root))) {
      if (unit) yield* this.#readUnit(unit);
      // A long pass over a page does not keep what it found to its end.
      if (this.#judges.asked >= MAX_BATCH) this.#judge();
      if (this.#queue.isOver()) yield;
    }
  }

  *#readUnit(root: Element): Generator<unknown, void> {
    const reading = this.#reader.read(root);
    this.#reading.set(root, reading);
    const { parts, cut, hidden } = yield* reading;
    // It has changed meanwhile, and was read anew.
    if (this.#reading.get(root) !== reading) return;
    this.#reading.delete(root);
    const words = parts
      .map(({ unit }) => [unit.sender?.name, unit.sender?.address, unit.text].join('\n'))
      .join('\f');
    if (cut) this.#options.session.truncated = true;
    for (const part of hidden) this.#hidden.add(part);
    keepNewest(this.#hidden, MAX_CONCEALED);
    const before = this.#read.get(root);
    if (before === undefined && words === '') return;
    const print = `${this.#lists}\f${words}`;
    // The same words in new nodes are painted anew.
    if (before === print && !this.#shown.hasLostWords(root)) return;
    this.#read.set(root, print);
    if (parts.length === 0) this.#shown.drop(root);
    // What was shown stays until the new verdict is here: a card must not close because a clock ticks in its message.
    let old = true;
    for (const part of parts) {
      this.#judges.ask(
        part.unit,
        (judged) => {
          if (this.#read.get(root) !== print) return;
          if (old) this.#shown.drop(root);
          old = false;
          if (!isConnected(root) || !this.#shown.add(root, part, judged)) this.#read.delete(root);
        },
        () => {
          this.#read.delete(root);
          this.#again.add(root);
        },
      );
    }
  }

  #flush(): void {
    this.#reader.forget();
    this.#shown.dropGone();
    this.#tellChange();
    this.#judge();
  }

  #tellChange(): void {
    if (this.#shown.takeChange()) this.#changed();
  }

  #judge(): void {
    this.#judges.flush(() => this.#tellChange()).catch((error: unknown) => this.#options.onError(error));
  }

  #changed(): void {
    this.#shown.takeChange();
    this.#askForOverlay();
    this.#options.session.changed();
    this.#options.onChange();
  }

  #askForOverlay(): void {
    const { session, onNeedOverlay } = this.#options;
    if (!session.hasOverlay && session.shown().some((unit) => !unit.hidden)) onNeedOverlay();
  }

  #upkeep(): void {
    this.#painter.restore();
    if (this.#reader.check()) this.#addPage();
    const { session, onChange } = this.#options;
    const { general } = this.#reader;
    // The background hears that the page is read in the general way, or no more.
    if (session.general !== general) {
      session.general = general;
      onChange();
    }
    for (const host of this.#reader.hosts.look()) this.#queue.add(host);
    for (const root of this.#again) if (isConnected(root)) this.#queue.add(root);
    this.#again.clear();
    for (const part of this.#hidden) {
      if (isConnected(part) && !isRead(part)) continue;
      this.#hidden.delete(part);
      this.#queue.add(part);
    }
    // Gone from the page, being edited by now, such as a comment of one's own, or part of a unit that was found since.
    this.#shown.dropGone((root) => isUnreadable(root) || !this.#reader.serves(root));
    if (this.#shown.takeChange()) this.#changed();
    else this.#askForOverlay();
    this.#shown.paintLate();
  }
}
