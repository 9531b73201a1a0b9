import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ALL_PARTS, Card } from '../../components/card/Card';
import { LanguageContext } from '../../components/language';
import { reportFreshness } from '../../lib/lists/age';
import { keepNewest, MAX_OPENED } from '../../lib/page/limits';
import type { PageSession, SeenUnit } from '../../lib/page/session';
import type { CardFacts } from '../../lib/page/views';
import { CardKeeper, type OpenCard } from './card-keeper';
import { localTarget, type CardTarget } from './card-target';
import { Chips } from './Chips';
import { FocusBefore } from './focus-before';
import type { OverlayHost } from './host';
import { useCardPlace } from './use-card-place';
import { useParts } from './use-parts';
import { useSeen } from './use-seen';

export interface OverlayProps {
  readonly session: PageSession;
  readonly facts: CardFacts;
  /** Presses count only while the host is intact, and only real ones. */
  readonly host: OverlayHost;
  /** Opens the card in the top frame; gives false where that frame cannot be reached. */
  readonly openElsewhere: (unit: SeenUnit, focus: boolean) => Promise<boolean>;
  /** Hears of cards for units of other frames. */
  readonly onRemoteCard: (show: (target: CardTarget, focus: boolean) => void, signal: AbortSignal) => void;
  readonly onNotice: () => Promise<unknown>;
}

/** How often another frame is asked what became of the message whose card is open, in milliseconds. */
const FOLLOW_MS = 1_000;

/** Chips at the units of this frame, and the card that is open. */
export function Overlay(props: OverlayProps) {
  const { session, facts, host, openElsewhere, onRemoteCard, onNotice } = props;
  const [open, setOpen] = useState<OpenCard>();
  const chips = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);

  const focusBefore = useMemo(() => new FocusBefore(), []);
  const keeper = useMemo(() => {
    const again = new Set<string>();
    // A message that was out of sight for a while, and whose card nobody closed, opens it again, once.
    const changed = (next: OpenCard | undefined) => {
      if (!next) focusBefore.giveBack(host.root, card.current);
      setOpen(next);
    };
    return new CardKeeper(changed, ({ unit }) => {
      const key = unit?.judged.key;
      if (!key || again.has(key)) return;
      again.add(key);
      keepNewest(again, MAX_OPENED);
      session.opened.delete(key);
    });
  }, [session, host, focusBefore]);
  /** The person asks for a card, which takes the focus. */
  const ask = useCallback(
    (target: CardTarget, hidden: boolean) => {
      focusBefore.note(host.root, card.current);
      keeper.open(target, hidden);
    },
    [host, keeper, focusBefore],
  );
  const show = useCallback(
    async (unit: SeenUnit, focus: boolean) => {
      if (window !== top && (await openElsewhere(unit, focus))) return;
      const target = localTarget(session, unit);
      if (focus) ask(target, unit.hidden);
      else void keeper.offer(target);
    },
    [session, openElsewhere, keeper, ask],
  );

  useEffect(() => {
    const refresh = () => {
      void keeper.follow();
      if (!facts.opensItself || document.visibilityState !== 'visible') return;
      const urgent = session
        .shown()
        .filter(
          ({ hidden, judged }) =>
            !hidden && judged.verdict.level === 'danger' && !session.opened.has(judged.key),
        );
      // One card for all that is new: the others have their chips.
      for (const { judged } of urgent) session.opened.add(judged.key);
      keepNewest(session.opened, MAX_OPENED);
      if (urgent[0]) void show(urgent[0], false);
    };
    const ended = new AbortController();
    const signal = AbortSignal.any([session.signal, ended.signal]);
    session.on('change', refresh, signal);
    session.on('open', (unit) => void show(unit, true), signal);
    document.addEventListener('visibilitychange', refresh, { signal });
    onRemoteCard((target, focus) => {
      if (focus) ask(target, false);
      else void keeper.offer(target);
    }, signal);
    refresh();
    return () => ended.abort();
  }, [session, facts, show, keeper, ask, onRemoteCard]);

  const isRemote = open !== undefined && !open.target.unit;
  useEffect(() => {
    if (!isRemote) return undefined;
    const timer = setInterval(() => document.hidden || void keeper.follow(), FOLLOW_MS);
    return () => clearInterval(timer);
  }, [isRemote, keeper]);

  const parts = useParts(open !== undefined, session.signal);
  const turn = parts === ALL_PARTS ? open?.turn : undefined;
  const { isPlaced, ...place } = useCardPlace(card, turn, open?.focus ?? false, session.signal);
  const seen = useSeen(card, isPlaced ? turn : undefined, host, session.signal);

  /** A page may click for the person, or lead their click to what they do not see: neither counts. */
  const byPerson = (run: () => void) => (event: Event) => {
    if (event.isTrusted && host.isIntact()) run();
  };
  /** In the card, which acts, a press counts only once the card could be seen for a while. */
  const bySeeing = (run: () => void) => byPerson(() => seen.isSettled() && run());
  const close = (event: Event) => {
    const id = open?.target.unit?.id;
    // Where the person was before; else by keyboard to the chip. By mouse the focus may never have left the page.
    keeper.close();
    if (!id || !host.root.activeElement || !byKeyboard(event)) return;
    const chip = chips.current?.querySelector<HTMLElement>(`[data-unit="${id}"] button`);
    chip?.focus({ preventScroll: true });
  };
  const hide = (hidden: boolean) => {
    const pressed = keeper.setHidden(hidden);
    if (pressed) tellFailure(pressed, pressed.target.setHidden(hidden));
  };
  /** Says in the card where a press came to nothing. */
  const tellFailure = (pressed: OpenCard, job: Promise<unknown>) =>
    void job.catch(() => keeper.note(pressed, 'not_done'));
  const save = async () => {
    if (!open) return;
    keeper.note(open, 'save_busy');
    keeper.note(open, `save_${await open.target.save()}`);
  };
  const formatNumber = (number: string) => open?.target.displays[number] ?? facts.displays[number] ?? number;

  return (
    <LanguageContext.Provider value={facts.language}>
      <div class="layer" ref={chips}>
        <Chips
          session={session}
          host={host.root.host}
          open={open?.target.unit}
          onOpen={(unit, event) => byPerson(() => void show(unit, true))(event)}
        />
      </div>
      {open && (
        <div ref={card} {...place} data-settled={seen.settled}>
          <Card
            key={open.turn}
            verdict={open.target.verdict}
            hidden={open.hidden}
            outcome={open.outcome}
            parts={parts}
            takeFocus={open.focus && isPlaced}
            hotlines={facts.hotlines}
            formatNumber={formatNumber}
            freshness={(date) => reportFreshness(date, facts.now)}
            onReason={(index, event) => bySeeing(() => tellFailure(open, open.target.reveal(index)))(event)}
            onNotice={bySeeing(() => tellFailure(open, onNotice()))}
            onSave={bySeeing(() => void save())}
            onHide={bySeeing(() => hide(true))}
            onUndo={bySeeing(() => hide(false))}
            onClose={(event) => bySeeing(() => close(event))(event)}
          />
        </div>
      )}
    </LanguageContext.Provider>
  );
}

/** Escape, or a button pressed by keyboard: its click has no count of presses. */
function byKeyboard(event: Event): boolean {
  return !(event instanceof UIEvent) || event instanceof KeyboardEvent || event.detail === 0;
}
