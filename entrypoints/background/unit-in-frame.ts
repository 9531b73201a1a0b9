/** Reads one unit where its page keeps it. */
import browser from 'webextension-polyfill';
import type { Unit, Verdict } from '../../lib/analysis/types';
import type { CardUnit, UnitPlace } from '../../lib/page/views';

export interface UnitInFrame {
  readonly unit: Unit;
  readonly verdict: Verdict;
  /** Under which it is hidden, see JudgedUnit. */
  readonly key: string;
  /** Address of the frame. */
  readonly url: string;
}

/**
 * The unit with this name. Throws where it is no longer on the page, or another message has come under its name since it
 * was listed with `key`.
 */
export async function readUnitInFrame(
  tabId: number,
  frameId: number,
  unitId: string,
  key?: string,
): Promise<UnitInFrame> {
  const [found] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: unitOfFrame,
    args: [unitId],
  });
  const content = found?.result as UnitInFrame | null | undefined;
  if (!content || (key !== undefined && content.key !== key))
    throw new Error('the message is no longer on the page');
  return content;
}

/** A frame that says nothing for so long is taken for gone, in milliseconds. */
const ANSWER_MS = 2_000;

/**
 * The unit as its frame shows it now, under its new name where it was read anew; null where the frame shows it no longer,
 * is gone, holds another document, or does not answer.
 */
export async function cardUnitInFrame(
  tabId: number,
  { frameId, unitId, born }: UnitPlace,
): Promise<CardUnit | null> {
  const answer = browser.scripting
    .executeScript({
      target: { tabId, frameIds: [frameId] },
      // A document that is still loading is another one.
      injectImmediately: true,
      func: cardUnitOfFrame,
      args: [unitId, born],
    })
    .then(
      ([found]) => JSON.parse((found?.result as string | null | undefined) ?? 'null') as CardUnit | null,
      () => null,
    );
  const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), ANSWER_MS));
  return Promise.race([answer, silence]);
}

interface Session {
  readonly units: Map<
    string,
    { content: { unit: unknown }; judged: { verdict: { level: string }; key: string }; hidden: boolean }
  >;
}
type Shared = Record<symbol, Session | undefined>;

/** Runs in the frame's extension world: must not use anything from outside itself. */
function unitOfFrame(id: string): unknown {
  const session = (globalThis as unknown as Shared)[Symbol.for('canh-giac.session')];
  const unit = session?.units.get(id);
  if (!unit) return null;
  const { verdict, key } = unit.judged;
  return { unit: unit.content.unit, verdict, key, url: location.href };
}

/**
 * Runs in the frame's extension world. A unit's name is that of its element, a point, and where in it the unit begins. As
 * JSON: Chromium sorts what an object holds, and it would look like another verdict.
 */
function cardUnitOfFrame(id: string, born: number): string | null {
  if (performance.timeOrigin !== born) return null;
  const session = (globalThis as unknown as Shared)[Symbol.for('canh-giac.session')];
  const element = `${id.split('.')[0]}.`;
  const names = [id, ...(session?.units.keys() ?? [])].filter((name) => name.startsWith(element));
  for (const unitId of names) {
    const unit = session?.units.get(unitId);
    if (!unit || unit.judged.verdict.level === 'none') continue;
    return JSON.stringify({ unitId, judged: unit.judged, hidden: unit.hidden });
  }
  return null;
}
