/** Where the person writes: what card and chips must not cover. */
import type { Box } from './box';

/** Composers as pages make them; single-line fields too: a login, a search. */
const COMPOSERS =
  'textarea,[contenteditable=""],[contenteditable="true" i],[contenteditable="plaintext-only" i],[role="textbox" i],' +
  'input:not([type]),input[type="text" i],input[type="email" i],input[type="search" i],input[type="password" i],' +
  'input[type="tel" i],input[type="url" i],input[type="number" i]';
const BUTTONS = 'button,[role="button"],input[type="submit" i],input[type="button" i]';
/** A page with more fields than that in view is a form: the first ones must do. */
const MAX_COMPOSERS = 40;
const MAX_BUTTONS = 20;
/** How far up a composer's buttons are looked for, and how large a part of the screen can belong to a composer. */
const MAX_LEVELS = 6;
const MAX_PART = 0.5;

/** The boxes of the composers in view, each with its buttons, in pixels of the viewport. */
export function writingPlaces(): Box[] {
  const places: Box[] = [];
  let seen = 0;
  for (const composer of document.querySelectorAll<HTMLElement>(COMPOSERS)) {
    const box = composer.getBoundingClientRect();
    if (!isInView(box)) continue;
    if (++seen > MAX_COMPOSERS) break;
    places.push(box);
    const around = shellOf(composer);
    if (!around) continue;
    for (const button of [...around.querySelectorAll(BUTTONS)].slice(0, MAX_BUTTONS)) {
      const place = button.getBoundingClientRect();
      if (isInView(place)) places.push(place);
    }
  }
  return places;
}

/** What holds a composer and its buttons: its form, or the widest element around it that is no page of its own. */
function shellOf(composer: HTMLElement): Element | null {
  const form = composer.closest('form');
  if (form) return form;
  const limit = innerWidth * innerHeight * MAX_PART;
  let shell: Element | null = null;
  let at = composer.parentElement;
  for (let level = 0; at && at !== document.body && level < MAX_LEVELS; level++, at = at.parentElement) {
    const { width, height } = at.getBoundingClientRect();
    if (width * height > limit) break;
    shell = at;
  }
  return shell;
}

function isInView({ left, right, top, bottom }: Box): boolean {
  return (
    right - left > 8 && bottom - top > 8 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
  );
}
