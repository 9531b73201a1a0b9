import { send } from '../../lib/message-client';
import type { Arguments } from '../../lib/messages';
import type { CardUnit, SaveOutcome } from '../../lib/page/views';
import type { PageSession, SeenUnit } from '../../lib/page/session';
import type { Verdict } from '../../lib/analysis/types';

/** What an open card stands for: a unit of this frame, or of another one that is reached through the background. */
export interface CardTarget {
  readonly verdict: Verdict;
  readonly displays: Readonly<Record<string, string>>;
  /** The unit, where it lies in this frame. */
  readonly unit?: SeenUnit | undefined;
  /** These two reject where the page shows nothing of it, or it could not be remembered. */
  readonly reveal: (reason: number) => Promise<unknown>;
  readonly setHidden: (hidden: boolean) => Promise<unknown>;
  /** Keeps the unit as evidence. */
  readonly save: () => Promise<SaveOutcome>;
}

/** A card for a unit of this frame. Hiding is remembered by the background. */
export function localTarget(session: PageSession, unit: SeenUnit): CardTarget {
  const { verdict, displays, key } = unit.judged;
  return {
    verdict,
    displays,
    unit,
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
}

/** A card for a unit of another frame of this tab. */
export function remoteTarget(frameId: number, { unitId, judged }: CardUnit): CardTarget {
  const act = (action: 'reveal' | 'hide' | 'unhide', reason?: number) =>
    send('card-action', { frameId, unitId, action, ...(reason !== undefined && { reason }) });
  return {
    verdict: judged.verdict,
    displays: judged.displays,
    reveal: (reason) => act('reveal', reason),
    setHidden: (hidden) =>
      Promise.all([act(hidden ? 'hide' : 'unhide'), send('hide', { key: judged.key, hidden })]),
    save: () => saveUnit({ unitId, frameId }),
  };
}

async function saveUnit(place: Arguments<'save-evidence'>): Promise<SaveOutcome> {
  return send('save-evidence', place).then(
    ({ outcome }) => outcome,
    () => 'failed',
  );
}
