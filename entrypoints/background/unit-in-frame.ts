/** Reads one unit where its page keeps it, and shows it with another verdict. */
import browser from 'webextension-polyfill';
import type { Unit, Verdict } from '../../lib/analysis/types';

export interface UnitInFrame {
  readonly unit: Unit;
  readonly verdict: Verdict;
  /** Address of the frame. */
  readonly url: string;
}

/** The unit with this name. Throws where it is no longer on the page. */
export async function readUnitInFrame(tabId: number, frameId: number, unitId: string): Promise<UnitInFrame> {
  const [found] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: unitOfFrame,
    args: [unitId],
  });
  const content = found?.result as UnitInFrame | null | undefined;
  if (!content) throw new Error('the message is no longer on the page');
  return content;
}

/** Shows a unit with another verdict, at once. */
export async function showVerdict(
  tabId: number,
  frameId: number,
  unitId: string,
  verdict: Verdict,
): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, func: replaceVerdict, args: [unitId, verdict] });
}

interface Session {
  readonly units: Map<string, { content: { unit: unknown }; judged: { verdict: unknown } }>;
  changed(): void;
}
type Shared = Record<symbol, Session | undefined>;

/** Runs in the frame's extension world: must not use anything from outside itself. */
function unitOfFrame(id: string): unknown {
  const session = (globalThis as unknown as Shared)[Symbol.for('canh-giac.session')];
  const unit = session?.units.get(id);
  return unit ? { unit: unit.content.unit, verdict: unit.judged.verdict, url: location.href } : null;
}

/** Runs in the frame's extension world. A new object, so that what is drawn follows. */
function replaceVerdict(id: string, verdict: unknown): void {
  const session = (globalThis as unknown as Shared)[Symbol.for('canh-giac.session')];
  const unit = session?.units.get(id);
  if (!unit) return;
  session?.units.set(id, { ...unit, judged: { ...unit.judged, verdict } });
  session?.changed();
}
