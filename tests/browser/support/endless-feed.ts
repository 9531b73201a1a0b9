/** An endless feed: posts arrive below and leave above, as virtual lists do; memory is read after a collection. */
import type { CDPSession, Page } from '@playwright/test';
import type { ExtensionWorld } from '../../../scripts/browser/extension-world';
import { expect } from './extension';
import { ORDINARY, SCAM } from './messages';

/** Posts that stand in the page at one time, and that arrive together. */
const KEPT = 60;
const STEP = 30;

export interface Memory {
  /** Bytes in use of the page's heap, the extension's world in it. */
  readonly heap: number;
  /** DOM nodes that are alive, in the page or not. */
  readonly nodes: number;
  readonly listeners: number;
}

/** What is in use once everything unreachable was collected. */
export async function memoryOf(session: CDPSession): Promise<Memory> {
  // Weak references and detached nodes go in a second turn.
  for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

/**
 * Scrolls `count` posts by, the numbers from `first` on; every tenth is a scam. Returns once all were judged, marked and
 * forgotten as they left.
 */
export async function scrollBy(
  page: Page,
  world: ExtensionWorld,
  first: number,
  count: number,
): Promise<void> {
  for (let at = first; at < first + count; at += STEP) {
    const due = await page.evaluate(
      ([scam, ordinary, from, step, kept]) => {
        const main = document.getElementById('main');
        for (let i = from; i < from + step; i++) {
          const post = document.createElement('article');
          post.textContent =
            i % 10 === 0 ? `${scam} Hồ sơ ${i}.` : `${ordinary} Chuyển tiền quỹ lớp, bài số ${i}.`;
          main?.append(post);
        }
        while (main && main.children.length > kept) main.firstElementChild?.remove();
        return [...(main?.children ?? [])].filter(({ textContent }) => textContent.startsWith(scam)).length;
      },
      [SCAM, ORDINARY, at, STEP, KEPT] as const,
    );
    await expect
      .poll(
        () =>
          world.evaluate(
            `[...globalThis[Symbol.for('canh-giac.session')].units.values()].filter((unit) => unit.root.isConnected && unit.judged.verdict.level === 'danger').length`,
          ),
        { timeout: 20_000, intervals: [20, 50, 100] },
      )
      .toBe(due);
  }
}
