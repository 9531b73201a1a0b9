/** Watches one frame: finds units, has them judged, paints what was found. */
import type { Unit } from '../analysis/types';
import type { PageSite } from '../lists/page-site';
import type { JudgedUnit } from '../messages';
import { changeQueue, guarded } from './change-queue';
import { changedIn } from './changed-in';
import { concealedElements } from './concealed';
import { firstChild, isConnected, isDead, isElement, textFits } from './dom';
import { farParts } from './far-parts';
import { judgeQueue } from './judge-queue';
import { lateHosts } from './late-hosts';
import { MAX_BATCH, MAX_SMALL } from './limits';
import { onAbort } from '../on-abort';
import { readerOf } from './page-reader';
import { painterOf } from './painter';
import type { PageSession } from './session';
import type { ShadowLooks } from './shadow-looks';
import { shownUnits } from './shown-units';
import { isUnreadable } from './unreadable';

export interface WatcherOptions {
  readonly session: PageSession;
  readonly sites: readonly PageSite[];
  readonly judge: (units: Unit[]) => Promise<JudgedUnit[]>;
  /** See painterOf. */
  readonly looks?: ShadowLooks | undefined;
  /** Called when there is something to show and the overlay is not there yet. */
  readonly onNeedOverlay: () => void;
  /** Called when what was found has changed. */
  readonly onChange: () => void;
  /** Called where the background did not answer. */
  readonly onError: () => void;
}

/** How often lost highlights are put back and gone units dropped, in milliseconds. */
const UPKEEP_MS = 1_500;

/** Starts watching; everything it started ends with the session's signal. */
export function watch(options: WatcherOptions): void {
  const { session, sites, judge, looks, onNeedOverlay, onChange, onError } = options;
  const { signal } = session;
  const observed = new WeakSet<Node>();
  /** What each element said when it was last read, and by which lists: unchanged elements are not judged again. */
  const said = new WeakMap<Element, string>();
  /** Long units that are half read. */
  const halfRead = new WeakMap<Element, unknown>();
  /** How often the lists have changed. */
  let lists = 0;
  /** Units that the background did not answer for, or whose marks are lost: looked at again. */
  const again = new Set<Element>();
  /** What does not show in units: looked at again once it does. */
  const concealed = concealedElements();
  const painter = painterOf(looks);
  const shown = shownUnits(
    session,
    painter,
    gone,
    // Still a unit, which said nothing of what it says now.
    (root) => {
      said.set(root, '');
      again.add(root);
    },
  );
  const judges = judgeQueue(judge);
  const far = farParts((element) => queue.add(element), session);
  const reader = readerOf(sites, (element) => said.has(element), far);
  const queue = changeQueue({
    work,
    begin: () => reader.forget(),
    roundEnded: flush,
    signal,
  });
  const observer = new MutationObserver(collect);
  const askHosts = lateHosts(observe, (host) => queue.add(host));

  observe(document);
  addPage();
  const timer = setInterval(upkeep, UPKEEP_MS);
  onAbort(signal, () => {
    clearInterval(timer);
    observer.disconnect();
    painter.clear();
    session.units.clear();
  });
  session.on('reveal', shown.reveal, signal);
  session.on(
    'hidden',
    (unit) => {
      judges.forget();
      shown.repaint(unit);
      changed();
    },
    signal,
  );
  session.on(
    'lists',
    () => {
      lists++;
      judges.forget();
      // Those far from the view too: the popup lists them.
      for (const { root } of session.units.values()) again.add(root);
      addPage();
    },
    signal,
  );

  session.on('whole', addPage, signal);

  /** Forgets an element that left the page, or that may stand there as another object by now. */
  function gone(root: Element): void {
    said.delete(root);
    if (import.meta.env.FIREFOX && isDead(root)) queue.add(root);
  }

  function addPage(): void {
    // A frame without a body, such as an image's, has nothing to read, nor has one that is blank still.
    const body = document.body as Element | null;
    if (body && firstChild(body)) queue.add(body);
  }

  /** True where the tree was not observed before. */
  function observe(node: Document | ShadowRoot): boolean {
    if (observed.has(node)) return false;
    observed.add(node);
    observer.observe(node, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['contenteditable', 'href', 'alt', 'email'],
    });
    return true;
  }

  /** Only collects: the work runs in slices later. */
  function collect(records: readonly MutationRecord[]): void {
    for (const node of changedIn(records, isUnit)) queue.add(node);
  }

  /** True for a unit that was read, or is half read. */
  function isUnit(node: Node): node is Element {
    return isElement(node) && (said.has(node) || halfRead.has(node));
  }

  function* work(node: Element | ShadowRoot, isMuch: boolean): Generator<unknown, void> {
    const wasUnit = isUnit(node);
    // Of a long one, parts may wait.
    let isLost = wasUnit && !isMuch && textFits(node, MAX_SMALL);
    if (wasUnit && !isLost) yield* readUnit(node);
    for (const unit of reader.unitsAt(node, isMuch, observe)) {
      isLost &&= unit !== node;
      if (unit) yield* guarded(readUnit(unit));
      // A long pass over a page does not keep what it found to its end.
      if (judges.asked() >= MAX_BATCH) judgeAll();
      if (queue.isOver()) yield;
    }
    if (!wasUnit || !isLost) return;
    // Its words are gone, or part of another unit by now.
    shown.drop(node);
    said.delete(node);
    halfRead.delete(node);
  }

  function* readUnit(root: Element): Generator<unknown, void> {
    const work = reader.read(root);
    halfRead.set(root, work);
    const { parts, cut, unseen } = yield* work;
    // It has changed meanwhile, and was read anew.
    if (halfRead.get(root) !== work) return;
    halfRead.delete(root);
    if (cut) session.hasMore = true;
    for (const part of unseen) concealed.add(part);
    const before = said.get(root);
    if (before === undefined && parts.length === 0) return;
    const print = JSON.stringify([lists, parts.map(({ unit }) => unit)]);
    // The same words in new nodes are painted anew.
    if (before === print && !shown.hasLostWords(root)) return;
    said.set(root, print);
    if (parts.length === 0) shown.drop(root);
    // What was shown stays until the new verdict is here: a card must not close because a clock ticks in its message.
    let old = true;
    for (const part of parts) {
      judges.ask(part.unit, (judged) => {
        if (!judged) {
          said.delete(root);
          again.add(root);
        } else if (said.get(root) === print) {
          if (old) shown.drop(root);
          old = false;
          if (!isConnected(root) || !shown.add(root, part, judged)) gone(root);
        }
      });
    }
  }

  function flush(): void {
    reader.forget();
    shown.dropGone();
    tellChange();
    judgeAll();
  }

  function tellChange(): void {
    if (shown.takeChange()) changed();
  }

  function judgeAll(): void {
    judges.sendAsked(tellChange).catch(onError);
  }

  function changed(): void {
    askForOverlay();
    session.tell('change');
    onChange();
  }

  function askForOverlay(): void {
    if (!session.hasOverlay && session.shown().some((unit) => !unit.hidden)) onNeedOverlay();
  }

  function upkeep(): void {
    // A document that the page opened anew has nothing in it yet.
    if (!(document.body as Element | null)) return;
    painter.putBack();
    shown.paintLate();
    const stale = reader.checkSelf();
    if (stale) queue.add(stale);
    const { lostSite } = reader;
    // The background hears that the page is read in the general way, or no more.
    if (session.lostSite !== lostSite) {
      session.lostSite = lostSite;
      onChange();
    }
    far.sample();
    for (const root of again) queue.add(root);
    again.clear();
    for (const part of concealed.takeShown()) queue.add(part);
    // Gone from the page or from sight, being edited by now, such as a comment of one's own, or part of a unit that was
    // found since.
    shown.dropGone(
      (unit) => isUnreadable(unit.root) || !reader.serves(unit.root) || concealed.hides(unit.content.reading),
    );
    tellChange();
    // It may have failed to come.
    askForOverlay();
    askHosts();
  }
}
