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
  readonly reveal: (reason: number) => void;
  readonly setHidden: (hidden: boolean) => void;
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
    reveal: (reason) => session.reveal(unit, reason),
    setHidden: (hidden) => {
      session.setHidden(unit, hidden);
      void send('hide', { key, hidden }).catch(() => undefined);
    },
    save: () => saveUnit({ unitId: unit.id }),
  };
}

/** A card for a unit of another frame of this tab. */
export function remoteTarget(frameId: number, { unitId, judged }: CardUnit): CardTarget {
  const act = (action: 'reveal' | 'hide' | 'unhide', reason?: number) =>
    void send('card-action', { frameId, unitId, action, ...(reason !== undefined && { reason }) }).catch(
      () => undefined,
    );
  return {
    verdict: judged.verdict,
    displays: judged.displays,
    reveal: (reason) => act('reveal', reason),
    setHidden: (hidden) => {
      act(hidden ? 'hide' : 'unhide');
      void send('hide', { key: judged.key, hidden }).catch(() => undefined);
    },
    save: () => saveUnit({ unitId, frameId }),
  };
}

async function saveUnit(place: Arguments<'save-evidence'>): Promise<SaveOutcome> {
  return send('save-evidence', place).then(
    ({ outcome }) => outcome,
    () => 'failed',
  );
}
