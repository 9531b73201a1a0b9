/** What the extension has read in all frames of a page. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../../scripts/browser/extension-world';
import { highlights } from '../../../scripts/browser/extension-world';
import type { ShownSender } from '../sites/site-case';

export interface UnitSeen {
  /** `data-u` at or around the unit, else in it, else the name of its frame. */
  readonly id: string;
  readonly level: string;
  readonly sender: ShownSender;
  readonly text: string;
}

/** The units with findings, of every frame. */
export async function unitsSeen(world: ExtensionWorld): Promise<UnitSeen[]> {
  const frames = await world.everywhere<UnitSeen[]>(`(() => {
    const session = globalThis[Symbol.for('canh-giac.session')];
    if (!session || session.signal.aborted) return [];
    return [...session.units.values()].map(({ root, content, judged }) => ({
      id: (root.closest('[data-u]') ?? root.querySelector('[data-u]'))?.dataset.u ?? window.name,
      level: judged.verdict.level,
      sender: content.unit.sender ?? {},
      text: content.unit.text,
    }));
  })()`);
  return frames.flat();
}

/** The painted texts of one style, of every frame, sorted; runs of blanks as one, as they are shown. */
export async function painted(page: Page, style: string): Promise<string[]> {
  const frames = await Promise.all(
    page.frames().map((frame) => highlights(frame).catch((): Record<string, string[]> => ({}))),
  );
  return frames
    .flatMap((texts) => texts[`canh-giac-${style}`] ?? [])
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .sort();
}
