/**
 * Where the keyboard goes on when the screen changes under it: what was pressed goes with the old screen, and browsers then
 * put the focus nowhere. It goes back to what opened a screen, or to the heading of a new one.
 */
import { useEffect } from 'preact/hooks';

/** A control that went with its screen. */
interface Gone {
  /** The screen that it stood on, and what it is called there: an entry's number, say. */
  readonly screen: string;
  readonly name: string;
}

/** Screens that are gone back through. */
const MOST = 20;

const isShown = (element: Element) => element.isConnected && element.checkVisibility();

function shown(selector: string, within: ParentNode = document): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(selector)].find(isShown);
}

const textOf = (element: Element | undefined) => element?.textContent.trim() ?? '';

/** What tells a screen from others: the feed, the room, and its first heading. */
function screenNow(): string {
  const parts = ['header h1', 'nav [aria-current]', 'main :is(h2, h3)'].map((one) => textOf(shown(one)));
  return JSON.stringify(parts);
}

const title = () => textOf(shown('header h1'));

function focus(element: HTMLElement | undefined): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

/** The button of that name on this screen. */
function opener({ name }: Gone): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLButtonElement>('main button:enabled')].find(
    (button) => textOf(button) === name && isShown(button),
  );
}

/** The closest thing that is left of where the focus was. */
function landing(around: readonly Element[], isOtherFeed: boolean): HTMLElement | undefined {
  const heading = shown('header h1');
  if (isOtherFeed) return heading;
  const left = around.find(isShown);
  if (left?.closest('main') && left.tagName !== 'MAIN')
    return shown(':is(h2, h3), :is(button, input, select, textarea):enabled, summary', left) ?? heading;
  return shown('main :is(h2, h3)') ?? shown('nav [aria-current]') ?? heading;
}

/** Keeps the focus on the screen, whatever changes there. */
export function useFocusKept(): void {
  useEffect(() => {
    let last: HTMLElement | undefined;
    let around: readonly Element[] = [];
    let gone: Gone = { screen: '', name: '' };
    let feed = '';
    const openers: Gone[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      around = ancestors(target);
      feed = title();
      gone = { screen: screenNow(), name: target.tagName === 'BUTTON' ? textOf(target) : '' };
    };
    const look = () => {
      if (!last || document.activeElement !== document.body || isShown(last)) return;
      last = undefined;
      const screen = screenNow();
      const at = openers.findLastIndex((one) => one.screen === screen && opener(one) !== undefined);
      const back = openers[at];
      if (back) openers.length = at;
      else if (gone.name !== '') openers.push(gone);
      if (openers.length > MOST) openers.shift();
      focus((back && opener(back)) ?? landing(around, feed !== title()));
    };
    // A screen that knows better where to go on has done so by then.
    let waits: ReturnType<typeof setTimeout> | undefined;
    const changed = new MutationObserver(() => {
      clearTimeout(waits);
      waits = setTimeout(look, 50);
    });
    changed.observe(document.body, { subtree: true, childList: true, attributeFilter: ['hidden'] });
    document.addEventListener('focusin', remember);
    return () => {
      changed.disconnect();
      clearTimeout(waits);
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

function ancestors(element: Element): Element[] {
  const all: Element[] = [];
  for (let one = element.parentElement; one; one = one.parentElement) all.push(one);
  return all;
}
