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

/** A card for a unit of this frame. Hiding is remembered by the background. */
export function localTarget(session: PageSession, unit: SeenUnit): CardTarget {
  const { verdict, displays, key } = unit.judged;
  const target: CardTarget = {
    message: unit.content.unit.text,
    verdict,
    displays,
    unit,
    follow: () => {
      if (session.units.get(unit.id) === unit) return Promise.resolve(target);
      // It goes where the message went.
      const next = session.shown().find(({ root, hidden }) => root === unit.root && !hidden);
      return Promise.resolve(next && localTarget(session, next));
    },
    reveal: (reason) => {
      session.reveal(unit, reason);
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

/** A card for a unit of another frame of this tab. */
export function remoteTarget(place: UnitPlace, judged: JudgedUnit): CardTarget {
  const { frameId, unitId } = place;
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
      return Promise.all([act(hidden ? 'hide' : 'unhide'), send('hide', { key, hidden })]);
    },
    save: () =>
      here().then(
        () => saveUnit({ unitId, frameId }),
        () => 'failed' as const,
      ),
    follow: async () => {
      const found = await now();
      if (!found) return undefined;
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
