import { send } from '../../lib/message-client';
import type { Arguments, JudgedUnit } from '../../lib/messages';
import type { CardUnit, SaveOutcome, UnitPlace } from '../../lib/page/views';
import type { PageSession, SeenUnit } from '../../lib/page/session';
import type { Verdict } from '../../lib/analysis/types';

/** What an open card stands for: a unit of this frame, or of another one that is reached through the background. */
export interface CardTarget {
  /** The same for the same message. */
  readonly message: string;
  readonly verdict: Verdict;
  readonly displays: Readonly<Record<string, string>>;
  /** The unit, where it lies in this frame. */
  readonly unit?: SeenUnit | undefined;
  /** Itself while the message is as it was, the target of its new reading, or undefined once the message is gone. */
  readonly follow: () => Promise<CardTarget | undefined>;
  /** These two reject where the page shows nothing of it, or it could not be remembered. */
  readonly reveal: (reason: number) => Promise<unknown>;
  readonly setHidden: (hidden: boolean) => Promise<unknown>;
  /** Keeps the unit as evidence. */
  readonly save: () => Promise<SaveOutcome>;
}

/** How long the words of a message that the page draws anew take to be judged, in milliseconds. */
const GRACE_MS = 400;

/** A card for a unit of this frame. Hiding is remembered by the background. */
export function localTarget(session: PageSession, unit: SeenUnit): CardTarget {
  const { verdict, displays, key } = unit.judged;
  const target: CardTarget = {
    message: unit.content.unit.text,
    verdict,
    displays,
    unit,
    follow: async () => {
      // Others that say the same are hidden with it, or shown again, in the same turn.
      await Promise.resolve();
      // Hidden elsewhere, as in the popup: its card goes.
      if (session.units.get(unit.id) === unit) return unit.hidden ? undefined : target;
      if (!readAnew(session, unit)) await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
      const next = readAnew(session, unit);
      return next && localTarget(session, next);
    },
    reveal: (reason) => {
      session.tell('reveal', unit, reason);
      return Promise.resolve();
    },
    setHidden: (hidden) => {
      session.setHidden(unit, hidden);
      return send('hide', { key, hidden });
    },
    save: () => saveUnit({ unitId: unit.id }),
  };
  return target;
}

/** What a unit has become: other words in its place, the same ones in new elements, or a text that goes on. */
function readAnew(session: PageSession, { root, judged, content }: SeenUnit): SeenUnit | undefined {
  const shown = session.shown().filter(({ hidden }) => !hidden);
  const words = content.unit.text.trim();
  return (
    shown.find((one) => one.root === root) ??
    shown.find((one) => one.judged.key === judged.key) ??
    shown.find((one) => one.content.unit.text.trim().startsWith(words))
  );
}

/** A card for a unit of another frame of this tab. */
export function remoteTarget(place: UnitPlace, judged: JudgedUnit): CardTarget {
  const { frameId, unitId } = place;
  /** Hidden by this card, which stands with its undo. */
  let hiddenHere = false;
  const now = () => send('card-unit', place);
  /** The unit as its frame knows it. Rejects where another message may have come under its name since the last look. */
  const here = async () => {
    const found = await now();
    if (!found || !isSame(found, { unitId, judged })) throw new Error('the message is gone');
    return found.judged;
  };
  const act = (action: 'reveal' | 'hide' | 'unhide', reason?: number) =>
    send('card-action', { frameId, unitId, action, ...(reason !== undefined && { reason }) });
  const target: CardTarget = {
    message: judged.key,
    verdict: judged.verdict,
    displays: judged.displays,
    reveal: async (reason) => {
      await here();
      return act('reveal', reason);
    },
    setHidden: async (hidden) => {
      const { key } = await here();
      hiddenHere = true;
      await Promise.all([act(hidden ? 'hide' : 'unhide'), send('hide', { key, hidden })]);
      hiddenHere = hidden;
    },
    save: () =>
      here().then(
        () => saveUnit({ unitId, frameId }),
        () => 'failed' as const,
      ),
    follow: async () => {
      const found = await now();
      if (!found || (found.hidden && !hiddenHere)) return undefined;
      if (isSame(found, { unitId, judged })) return target;
      return remoteTarget({ ...place, unitId: found.unitId }, found.judged);
    },
  };
  return target;
}

/** What another frame tells is a copy each time. */
function isSame(a: CardUnit, b: CardUnit): boolean {
  return a.unitId === b.unitId && JSON.stringify(a.judged.verdict) === JSON.stringify(b.judged.verdict);
}

async function saveUnit(place: Arguments<'save-evidence'>): Promise<SaveOutcome> {
  return send('save-evidence', place).then(
    ({ outcome }) => outcome,
    () => 'failed',
  );
}
