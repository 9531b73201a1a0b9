import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { afterFrame } from './after-frame';
import { MIN_ROOM, placeCard, type CardPlace, type WritingPlace } from './card-place';
import type { Box } from './box';
import { onFocusMoved } from './focus-moved';
import { wholeView, zoomedPart } from './seen-part';
import { writingPlaces } from './writing-places';

/** Distance of the card from the edges, in pixels; on a small screen it is a sheet without any, as in card.css. */
const MARGIN = 16;
const SMALL = '(max-width: 480px), (max-height: 400px)';
/** In a place lower than this the whole card scrolls under its header; elsewhere its body between header and buttons. */
const LOW_ROOM = 320;
/** So in one narrower than this, where the buttons stand one below the other. */
const NARROW = 240;
/** Runs of words of one reason that the card keeps off. */
const MAX_WORDS = 20;
/** How often composers are looked up while a card is open. */
const LOOK_MS = 500;

/** A place in the part of the window that is seen, or in all of it. */
interface Found extends CardPlace {
  readonly isLow: boolean;
  readonly part: Box | undefined;
}

/** Class and style of the element around the card. */
export interface CardAttributes {
  readonly class: string;
  readonly style: string;
  /** False while the card waits unseen for a place: what does not show takes no focus. */
  readonly isPlaced: boolean;
}

/**
 * Keeps the open card off the places where the person writes; a new `turn` is a new card, none one that is not whole yet;
 * `asked` where the person opened it.
 */
export function useCardPlace(
  place: RefObject<HTMLElement | null>,
  turn: number | undefined,
  asked: boolean,
  signal: AbortSignal,
): CardAttributes {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    const card = place.current?.querySelector<HTMLElement>('.card');
    if (turn === undefined || !card) return undefined;
    let size = { cardWidth: 0, cardHeight: 0 };
    const look = () => {
      // A card that found no room has no size either.
      if (card.offsetHeight > 0) size = sizeOf(card);
      const part = zoomedPart();
      const { left, top, right, bottom } = part ?? wholeView();
      const measures = {
        width: right - left,
        height: bottom - top,
        margin: matchMedia(SMALL).matches ? 0 : MARGIN,
        ...size,
      };
      // What a press on a reason shows for a moment is not to be looked for under the card.
      const words = shownWords();
      const kept = [...writingPlaces(), ...words].map((one) => ({
        ...one,
        left: one.left - left,
        right: one.right - left,
        top: one.top - top,
        bottom: one.bottom - top,
      }));
      const chosen = placeCard(measures, kept, asked || words.length > 0);
      setFound((before) => {
        // What scrolls stays what scrolls, as far as it was scrolled, while it makes way for a moment.
        const isLow =
          before && words.length > 0 ? before.isLow : chosen.room < LOW_ROOM || measures.width < NARROW;
        const next = { ...chosen, isLow, part };
        return before && isSame(before, next) ? before : next;
      });
    };
    const ended = new AbortController();
    const both = AbortSignal.any([signal, ended.signal]);
    addEventListener('resize', look, { capture: true, passive: true, signal: both });
    // The page has come to the words of a reason.
    addEventListener('scrollend', look, { capture: true, passive: true, signal: both });
    onFocusMoved(look, both);
    const timer = setInterval(() => afterFrame(look, both), LOOK_MS);
    look();
    return () => {
      ended.abort();
      clearInterval(timer);
    };
  }, [turn, place, asked, signal]);
  if (!found) return { class: 'card-place', style: 'visibility:hidden', isPlaced: false };
  const { block, inline, edge, room, isLow, part } = found;
  const box = part
    ? `left:${part.left}px;top:${part.top}px;width:${part.right - part.left}px;height:${part.bottom - part.top}px;`
    : '';
  return {
    class: `card-place at-${block} at-${inline}${isLow ? ' is-low' : ''}${part ? ' is-part' : ''}`,
    style: `--edge:${edge}px;--room:${room}px;${box}${room < MIN_ROOM && !asked ? 'display:none' : ''}`,
    isPlaced: true,
  };
}

/** Where the words of a reason stand, while they are marked for the person who asked for them. */
function shownWords(): WritingPlace[] {
  // A page can put into it what it likes, such as ranges without a box.
  const ranges = [...(CSS.highlights.get('canh-giac-pulse') ?? [])].slice(0, MAX_WORDS);
  return ranges
    .flatMap((range) => (range instanceof Range ? range.getBoundingClientRect() : []))
    .filter(({ width, bottom, top }) => width > 0 && bottom > 0 && top < innerHeight)
    .map(({ left, right, top, bottom }) => ({ left, right, top, bottom, kind: 'button' }));
}

/** The card's size as it would be without a limit to its height. */
function sizeOf(card: HTMLElement): { readonly cardWidth: number; readonly cardHeight: number } {
  const hidden = [card, card.querySelector('.card-body')].reduce(
    (sum, part) => sum + (part ? part.scrollHeight - part.clientHeight : 0),
    0,
  );
  return { cardWidth: card.offsetWidth, cardHeight: card.offsetHeight + hidden };
}

function isSame(a: Found, b: Found): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
