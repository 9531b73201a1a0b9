import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MIN_ROOM, placeCard, type CardPlace } from './card-place';
import { viewWidth } from './document-root';
import { onFocusMoved } from './focus-moved';
import { writingPlaces } from './writing-places';

/** Distance of the card from the edges, in pixels; on a small screen it is a sheet without any, as in card.css. */
const MARGIN = 16;
const SMALL = '(max-width: 480px), (max-height: 400px)';
/** In a place lower than this the whole card scrolls under its header; elsewhere its body between header and buttons. */
const LOW_ROOM = 320;
/** How often composers are looked up while a card is open. */
const LOOK_MS = 500;

/** Class and style of the element around the card. */
export interface CardAttributes {
  readonly class: string;
  readonly style: string;
}

/**
 * Keeps the open card off the places where the person writes; a new `turn` is a new card, `asked` where the person opened
 * it.
 */
export function useCardPlace(
  place: RefObject<HTMLElement | null>,
  turn: number | undefined,
  asked: boolean,
  signal: AbortSignal,
): CardAttributes {
  const [found, setFound] = useState<CardPlace>();
  useEffect(() => {
    const card = place.current?.querySelector<HTMLElement>('.card');
    if (!card) return undefined;
    let size = { cardWidth: 0, cardHeight: 0 };
    const look = () => {
      // A card that found no room has no size either.
      if (card.offsetHeight > 0) size = sizeOf(card);
      const measures = {
        width: viewWidth(),
        height: innerHeight,
        margin: matchMedia(SMALL).matches ? 0 : MARGIN,
        ...size,
      };
      const next = placeCard(measures, writingPlaces(), asked);
      setFound((before) => (before && isSame(before, next) ? before : next));
    };
    const ended = new AbortController();
    const both = AbortSignal.any([signal, ended.signal]);
    addEventListener('resize', look, { capture: true, passive: true, signal: both });
    onFocusMoved(look, both);
    const timer = setInterval(look, LOOK_MS);
    look();
    return () => {
      ended.abort();
      clearInterval(timer);
    };
  }, [turn, place, asked, signal]);
  if (!found) return { class: 'card-place', style: 'visibility:hidden' };
  const { block, inline, edge, room } = found;
  return {
    class: `card-place at-${block} at-${inline}${room < LOW_ROOM ? ' is-low' : ''}`,
    style: `--edge:${edge}px;--room:${room}px;${room < MIN_ROOM && !asked ? 'display:none' : ''}`,
  };
}

/** The card's size as it would be without a limit to its height. */
function sizeOf(card: HTMLElement): { readonly cardWidth: number; readonly cardHeight: number } {
  const hidden = [card, card.querySelector('.card-body')].reduce(
    (sum, part) => sum + (part ? part.scrollHeight - part.clientHeight : 0),
    0,
  );
  return { cardWidth: card.offsetWidth, cardHeight: card.offsetHeight + hidden };
}

function isSame(a: CardPlace, b: CardPlace): boolean {
  return a.block === b.block && a.inline === b.inline && a.edge === b.edge && a.room === b.room;
}
