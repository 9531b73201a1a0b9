import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MIN_ROOM, placeCard, type CardPlace } from './card-place';
import { writingPlaces } from './writing-places';

/** Distance of the card from the edges, in pixels, as in card.css. */
const MARGIN = 16;
/** How often composers are looked up while a card is open. */
const LOOK_MS = 500;
/** The pause after the focus moved. */
const SOON_MS = 100;

/** Class and style of the element around the card; `asked` where the person opened it. */
export type CardAttributes = (asked: boolean) => { readonly class: string; readonly style: string };

/** Keeps the open card off the places where the person writes; a new `turn` is a new card. */
export function useCardPlace(
  place: RefObject<HTMLElement | null>,
  turn: number | undefined,
  signal: AbortSignal,
): CardAttributes {
  const [found, setFound] = useState<CardPlace>();
  useEffect(() => {
    const card = place.current?.querySelector<HTMLElement>('.card');
    if (!card) return undefined;
    const look = () => {
      const body = card.querySelector('.card-body');
      const measures = {
        width: document.documentElement.clientWidth,
        height: innerHeight,
        cardWidth: card.offsetWidth,
        // As high as it would be without a limit.
        cardHeight: card.offsetHeight + (body ? body.scrollHeight - body.clientHeight : 0),
        margin: MARGIN,
      };
      const next = placeCard(measures, writingPlaces());
      setFound((before) => (before && isSame(before, next) ? before : next));
    };
    const ended = new AbortController();
    const options = { capture: true, passive: true, signal: AbortSignal.any([signal, ended.signal]) };
    addEventListener('resize', look, options);
    // A composer opens where one begins to write. Keys and presses that follow each other do not wait for the look.
    let soon: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = () => {
      clearTimeout(soon);
      soon = setTimeout(look, SOON_MS);
    };
    addEventListener('focusin', lookSoon, options);
    const timer = setInterval(look, LOOK_MS);
    look();
    return () => {
      ended.abort();
      clearInterval(timer);
      clearTimeout(soon);
    };
  }, [turn, place, signal]);
  return (asked) => ({
    class: `card-place at-${found?.block ?? 'bottom'} at-${found?.inline ?? 'right'}`,
    style: !found
      ? 'visibility:hidden'
      : `--room:${found.room}px;${found.room < MIN_ROOM && !asked ? 'display:none' : ''}`,
  });
}

function isSame(a: CardPlace, b: CardPlace): boolean {
  return a.block === b.block && a.inline === b.inline && a.room === b.room;
}
