import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Card } from '../../components/card/Card';
import { Chip } from '../../components/card/Chip';
import { LanguageContext } from '../../components/language';
import { reportFreshness } from '../../lib/lists/age';
import type { OpenRequest, PageSession, SeenUnit } from '../../lib/page/session';
import type { CardFacts } from '../../lib/page/views';
import { localTarget, type CardTarget } from './card-target';
import { usePlaces } from './place';

export interface OverlayProps {
  readonly session: PageSession;
  readonly facts: CardFacts;
  /** Presses count only while this is true, and only real ones. */
  readonly isTrustworthy: () => boolean;
  /** Opens the card in the top frame; gives false where that frame cannot be reached. */
  readonly openElsewhere: (unit: SeenUnit, focus: boolean) => Promise<boolean>;
  /** Hears of cards for units of other frames. */
  readonly onRemoteCard: (show: (target: CardTarget, focus: boolean) => void) => void;
  readonly onNotice: () => void;
}

interface OpenCard {
  readonly target: CardTarget;
  readonly focus: boolean;
  readonly hidden: boolean;
}

/** Chips at the units of this frame, and the card that is open. */
export function Overlay(props: OverlayProps) {
  const { session, facts, isTrustworthy, openElsewhere, onRemoteCard, onNotice } = props;
  const [units, setUnits] = useState<readonly SeenUnit[]>([]);
  const [open, setOpen] = useState<OpenCard>();
  const chips = useRef<HTMLDivElement>(null);
  const places = usePlaces(units, session.signal);

  const show = useCallback(
    async (unit: SeenUnit, focus: boolean) => {
      session.opened.add(unit.judged.key);
      if (!session.top && (await openElsewhere(unit, focus))) return;
      setOpen({ target: localTarget(session, unit), focus, hidden: unit.hidden });
    },
    [session, openElsewhere],
  );

  useEffect(() => {
    const refresh = () => {
      const shown = session.shown().filter((unit) => !unit.hidden);
      setUnits((before) => (sameUnits(before, shown) ? before : shown));
      setOpen((card) =>
        card?.target.unit && !card.hidden && !card.target.unit.root.isConnected ? undefined : card,
      );
      const urgent = shown.find(
        ({ judged }) => judged.verdict.level === 'danger' && !session.opened.has(judged.key),
      );
      if (urgent && document.visibilityState === 'visible') {
        setOpen((card) => {
          if (!card) void show(urgent, false);
          return card;
        });
      }
    };
    const asked = (event: Event) => {
      const { unit, focus } = (event as CustomEvent<OpenRequest>).detail;
      void show(unit, focus);
    };
    session.addEventListener('change', refresh, { signal: session.signal });
    session.addEventListener('open', asked, { signal: session.signal });
    onRemoteCard((target, focus) => setOpen({ target, focus, hidden: false }));
    refresh();
    return () => {
      session.removeEventListener('change', refresh);
      session.removeEventListener('open', asked);
    };
  }, [session, show, onRemoteCard]);

  /** A page may click for the person, or lead their click under our card: neither counts. */
  const byPerson = (run: () => void) => (event: Event) => {
    if (event.isTrusted && isTrustworthy()) run();
  };
  const close = () => {
    const id = open?.target.unit?.id;
    setOpen(undefined);
    if (id)
      chips.current?.querySelector<HTMLElement>(`[data-unit="${id}"] button`)?.focus({ preventScroll: true });
  };
  const hide = (hidden: boolean) => {
    if (!open) return;
    open.target.setHidden(hidden);
    setOpen({ ...open, hidden, focus: true });
  };
  const formatNumber = (number: string) => open?.target.displays[number] ?? facts.displays[number] ?? number;

  return (
    <LanguageContext.Provider value={facts.language}>
      <div class="layer" ref={chips}>
        {places.map(({ unit, top, right }) => (
          <div
            class="chip-place"
            key={unit.id}
            data-unit={unit.id}
            style={{ top: `${top}px`, right: `${right}px` }}
          >
            <Chip
              level={unit.judged.verdict.level}
              expanded={open?.target.unit === unit}
              onOpen={byPerson(() => void show(unit, true))}
            />
          </div>
        ))}
      </div>
      {open && (
        <Card
          key={open.target.unit?.id ?? 'remote'}
          verdict={open.target.verdict}
          hidden={open.hidden}
          takeFocus={open.focus}
          hotlines={facts.hotlines}
          formatNumber={formatNumber}
          freshness={(date) => reportFreshness(date, facts.now)}
          onReason={(index, event) => byPerson(() => open.target.reveal(index))(event)}
          onNotice={byPerson(onNotice)}
          onHide={byPerson(() => hide(true))}
          onUndo={byPerson(() => hide(false))}
          onClose={byPerson(close)}
        />
      )}
    </LanguageContext.Provider>
  );
}

function sameUnits(a: readonly SeenUnit[], b: readonly SeenUnit[]): boolean {
  return a.length === b.length && a.every((unit, i) => unit === b[i]);
}
