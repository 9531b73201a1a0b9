import { useEffect, useState } from 'preact/hooks';
import { Chip } from '../../components/card/Chip';
import type { PageSession, SeenUnit } from '../../lib/page/session';
import { usePlaces } from './place';

export interface ChipsProps {
  readonly session: PageSession;
  /** The element that the chips live in. */
  readonly host: Element;
  /** The unit whose card is open. */
  readonly open: SeenUnit | undefined;
  /** Every event is handed on as it came, so that the caller can check that a person caused it. */
  readonly onOpen: (unit: SeenUnit, event: Event) => void;
}

/**
 * A chip at each unit in view. They hear of units and follow them by themselves: the card need not be drawn anew at each
 * step of a page that is scrolled.
 */
export function Chips({ session, host, open, onOpen }: ChipsProps) {
  const units = useShown(session);
  return usePlaces(units, host, session.signal).map(({ unit, top, right }) => (
    <div
      class="chip-place"
      key={unit.id}
      data-unit={unit.id}
      style={{ top: `${top}px`, right: `${right}px` }}
    >
      <Chip
        level={unit.judged.verdict.level}
        expanded={open === unit}
        onOpen={(event) => onOpen(unit, event)}
      />
    </div>
  ));
}

/** The units that are shown to people, without those that they have hidden. */
function useShown(session: PageSession): readonly SeenUnit[] {
  const [units, setUnits] = useState<readonly SeenUnit[]>([]);
  useEffect(() => {
    const refresh = () => {
      const shown = session.shown().filter((unit) => !unit.hidden);
      setUnits((before) => (isSame(before, shown) ? before : shown));
    };
    const ended = new AbortController();
    session.on('change', refresh, AbortSignal.any([session.signal, ended.signal]));
    refresh();
    return () => ended.abort();
  }, [session]);
  return units;
}

function isSame(a: readonly SeenUnit[], b: readonly SeenUnit[]): boolean {
  return a.length === b.length && a.every((unit, i) => unit === b[i]);
}
