/** In which corner the card stands, and how high it may be, so that it never covers where the person writes. Pure. */
import { meet, type Box } from './box';

export interface CardPlace {
  readonly block: 'bottom' | 'top';
  readonly inline: 'right' | 'left';
  /** Room for the card's height, in pixels. */
  readonly room: number;
}

/** Sizes in pixels. */
export interface Measures {
  readonly width: number;
  readonly height: number;
  readonly cardWidth: number;
  readonly cardHeight: number;
  /** Distance from the edges. */
  readonly margin: number;
}

/** Free space between card and composer. */
const GAP = 4;
/** A card lower than this says nothing. */
export const MIN_ROOM = 120;
/** Corners in the order of preference. */
const CORNERS = [
  ['bottom', 'right'],
  ['top', 'right'],
  ['bottom', 'left'],
  ['top', 'left'],
] as const;

/**
 * The first corner where the whole card fits, else the one with the most room for a lower card, whose body then
 * scrolls. O(corners × places).
 */
export function placeCard(measures: Measures, writing: readonly Box[]): CardPlace {
  const places = CORNERS.map(([block, inline]) => ({
    block,
    inline,
    room: roomIn(block, inline, measures, writing),
  }));
  return (
    places.find(({ room }) => room >= measures.cardHeight) ??
    places.reduce((best, place) => (place.room > best.room ? place : best))
  );
}

/** Height that is free from the corner on, over the card's width. */
function roomIn(
  block: CardPlace['block'],
  inline: CardPlace['inline'],
  { width, height, cardWidth, margin }: Measures,
  writing: readonly Box[],
): number {
  const left = inline === 'left' ? margin : width - margin - cardWidth;
  const column: Box = { left, right: left + cardWidth, top: 0, bottom: height };
  let room = height - 2 * margin;
  for (const place of writing) {
    if (!meet(place, column)) continue;
    room = Math.min(room, block === 'bottom' ? height - margin - place.bottom : place.top - margin);
  }
  return Math.max(0, room - GAP);
}
