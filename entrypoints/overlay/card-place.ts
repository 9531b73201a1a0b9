/** Where the card stands, and how high it may be, so that it never covers where the person writes. Pure. */
import { meet, type Box } from './box';

/** What a writing place is: one line to type in, a composer or any field with the focus, or what sends. */
export type WritingKind = 'field' | 'composer' | 'button';

export interface WritingPlace extends Box {
  readonly kind: WritingKind;
}

export interface CardPlace {
  /** From which edge of the window the card's place is counted. */
  readonly block: 'bottom' | 'top';
  readonly inline: 'right' | 'left';
  /** Distance from that edge, in pixels. */
  readonly edge: number;
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
/** What the card keeps off, from one try to the next: what a person asked to read is not kept from them by a search field. */
const KEPT_OFF: readonly (readonly WritingKind[])[] = [
  ['field', 'composer', 'button'],
  ['composer', 'button'],
  ['button'],
];

/**
 * The first place where the whole card fits: the corners, then between writing places; else the one with the most room
 * for a lower card, which then scrolls. By itself a card may find no room; one that was `asked` for is at least MIN_ROOM
 * high and, where nothing else is left, lies over fields first, over composers next. O(places log places).
 */
export function placeCard(measures: Measures, writing: readonly WritingPlace[], asked: boolean): CardPlace {
  let best: CardPlace | undefined;
  for (const kinds of asked ? KEPT_OFF : KEPT_OFF.slice(0, 1)) {
    best = bestPlace(
      measures,
      writing.filter(({ kind }) => kinds.includes(kind)),
    );
    if (best && best.room >= MIN_ROOM) return best;
  }
  const { height, margin } = measures;
  best ??= { block: 'bottom', inline: 'right', edge: margin, room: 0 };
  return asked ? { ...best, edge: Math.min(best.edge, height - MIN_ROOM), room: MIN_ROOM } : best;
}

function bestPlace(measures: Measures, writing: readonly Box[]): CardPlace | undefined {
  const places = [...bandsOf('right', measures, writing), ...bandsOf('left', measures, writing)].sort(
    (a, b) => a.rank - b.rank,
  );
  return (
    places.find(({ room }) => room >= measures.cardHeight) ??
    places.reduce<CardPlace | undefined>(
      (best, place) => (best && best.room >= place.room ? best : place),
      undefined,
    )
  );
}

/** The free bands of a side over the card's width, as places: the lower corner first, the upper one, those between. */
function bandsOf(
  inline: CardPlace['inline'],
  { width, height, cardWidth, margin }: Measures,
  writing: readonly Box[],
): (CardPlace & { readonly rank: number })[] {
  const left = inline === 'left' ? margin : width - margin - cardWidth;
  const column: Box = { left, right: left + cardWidth, top: 0, bottom: height };
  const taken = writing.filter((place) => meet(place, column)).sort((a, b) => a.top - b.top);
  const end = height - margin;
  const side = inline === 'right' ? 0 : 2;
  const places: (CardPlace & { readonly rank: number })[] = [];
  let top = margin;
  for (const place of [...taken, { top: Infinity, bottom: Infinity }]) {
    const bottom = Math.min(end, place.top - GAP);
    const room = bottom - top;
    if (room > 0) {
      const isLow = bottom === end;
      const isHigh = !isLow && top === margin;
      places.push({
        block: isHigh ? 'top' : 'bottom',
        inline,
        edge: isHigh ? margin : height - bottom,
        room,
        rank: isLow ? side : isHigh ? side + 1 : 4,
      });
    }
    top = Math.max(top, place.bottom + GAP);
  }
  return places;
}
