/** What a page holds fast over the messages that scroll under it: a bar at the top, a picture or menu over all. */
import { boxOf, computed } from '../../lib/page/dom';
import { parentOf } from './clips';
import type { Box } from './box';

/** Elements that were asked whether they are held fast, each once in a round. */
export type Held = Map<Element, boolean>;

/** The box of what is held fast over an element at a point of the window; undefined where nothing is. */
export function coverAt(x: number, y: number, element: Element, host: Element, held: Held): Box | undefined {
  const hit = document.elementsFromPoint(x, y).find((one) => one !== host);
  if (!hit) return undefined;
  const around = new Set<Element>();
  for (let at: Element | null = element; at; at = parentOf(at)) around.add(at);
  let cover: Element | undefined;
  let at: Element | null = hit;
  for (; at && !around.has(at); at = parentOf(at)) {
    let isHeld = held.get(at);
    if (isHeld === undefined) held.set(at, (isHeld = /fixed|sticky/.test(computed(at).position)));
    if (isHeld) cover = at;
  }
  // A part of the message itself covers nothing.
  return cover && at !== element ? boxOf(cover) : undefined;
}
