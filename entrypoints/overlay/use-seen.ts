import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OverlayHost } from './host';
import { SeenWatch } from './seen-watch';

export interface Seen {
  readonly settled: boolean;
  /** As `settled`, asked at the press. */
  readonly isSettled: () => boolean;
}

/** The shortest time between two attempts to come above what covers the card, in milliseconds. */
const RAISE_MS = 400;

/** Whether the card in `place` could be seen for a while; a new `turn` is a new card, none one that is not shown yet. */
export function useSeen(
  place: RefObject<HTMLElement | null>,
  turn: number | undefined,
  host: Pick<OverlayHost, 'raise' | 'onBroken'>,
  signal: AbortSignal,
): Seen {
  const [settled, setSettled] = useState(false);
  const watch = useRef<SeenWatch>(undefined);
  const raised = useRef(0);
  useEffect(() => {
    const card = place.current?.querySelector('.card');
    if (turn === undefined || !card) return undefined;
    const ended = new AbortController();
    const onCovered = () => {
      if (performance.now() - raised.current < RAISE_MS) return;
      raised.current = performance.now();
      host.raise();
    };
    const both = AbortSignal.any([signal, ended.signal]);
    // While it moves in, browsers tell that it is not wholly visible, which it would come on top for.
    void Promise.allSettled(card.getAnimations().map(({ finished }) => finished)).then(() => {
      if (both.aborted) return;
      const seen = new SeenWatch(card, { onSettled: setSettled, onCovered }, both);
      host.onBroken(() => seen.restart(), both);
      watch.current = seen;
    });
    return () => {
      ended.abort();
      watch.current = undefined;
      setSettled(false);
    };
    // A card that opens anew, such as after hiding, is the same place with other words: each is looked at anew.
  }, [turn, place, host, signal]);
  return { settled, isSettled: () => watch.current?.isSettled() ?? false };
}
