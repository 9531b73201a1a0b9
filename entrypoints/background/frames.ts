/** Reaching the frames of a tab: injecting, asking what they found, telling them to open a card. */
import browser from 'webextension-polyfill';
import type { FrameMessage } from '../../lib/frame-messages';
import type { RemoteCard } from '../../lib/messages';
import type { FrameReport } from '../../lib/page/report';
import type { PageSession } from '../../lib/page/session';
import type { PageFindings } from '../../lib/page/views';
import { HIGHLIGHT_SHEET, OVERLAY_SCRIPT, PAGE_SCRIPT } from './files';
import { noteGeneral } from './general-sites';
import { isAllowed, originPattern } from './sites';
import { showTab, SHOWN_LEVELS } from './toolbar';

/** Injects the overlay into one frame. Throws where the frame is gone or not ours to touch. */
export async function injectOverlay(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [OVERLAY_SCRIPT] });
}

/** Starts the watcher in open tabs that may be watched: after install, update, or a permission just given. */
export async function reviveTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined || url === undefined || !(await isAllowed(url))) return;
      const target = { tabId: id, allFrames: true };
      try {
        await browser.scripting.insertCSS({ target, files: [HIGHLIGHT_SHEET] });
        await browser.scripting.executeScript({ target, files: [PAGE_SCRIPT] });
      } catch {
        // A tab that closed meanwhile, or a page that browsers keep to themselves.
      }
    }),
  );
}

/** What the watchers of a tab have found. */
export async function findingsOf(tabId: number): Promise<PageFindings> {
  // A tab that closed meanwhile has nothing to read.
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const url = tab?.url;
  const origin = url === undefined ? undefined : originPattern(url);
  if (url === undefined || origin === undefined) return { state: 'unreadable' };
  if (!(await isAllowed(url))) return { state: 'not-allowed', origin };
  try {
    const frames = await framesOf(tabId, true);
    // No watcher answered: nothing was read, which must not look like nothing was seen.
    return frames.length > 0 ? { state: 'watched', frames } : { state: 'unreadable' };
  } catch {
    return { state: 'unreadable' };
  }
}

/** @param whole has what lies far from the view read too; what comes of it is told as any change is */
async function framesOf(tabId: number, whole = false): Promise<{ frameId: number; report: FrameReport }[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    // A frame that never ends loading must not keep the others from answering.
    injectImmediately: true,
    func: reportOfFrame,
    args: [whole],
  });
  return results.flatMap(({ frameId, result }) =>
    result ? [{ frameId, report: result as FrameReport }] : [],
  );
}

/** Runs in each frame's extension world: must not use anything from outside itself. */
function reportOfFrame(whole: boolean): unknown {
  const session = (globalThis as unknown as Record<symbol, PageSession | undefined>)[
    Symbol.for('canh-giac.session')
  ];
  if (!session || session.signal.aborted) return null;
  if (whole) session.readWhole();
  return session.report();
}

/** Tells one frame something; false where nobody there takes it. */
export async function tellFrame(
  tabId: number,
  frameId: number,
  message: FrameMessage | RemoteCard,
): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, message, { frameId })) === true;
  } catch {
    return false;
  }
}

/** Tells every frame of every tab something; those where nobody hears it are passed over. */
export async function tellAllFrames(message: FrameMessage): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(async ({ id = -1 }) => browser.tabs.sendMessage(id, message)));
}

const CARD_TRIES = 20;
const CARD_PAUSE_MS = 100;

/** Has the top frame of a tab draw a card; waits for an overlay that was injected a moment ago. */
export async function showCardOnTop(tabId: number, card: RemoteCard): Promise<boolean> {
  for (let turn = 0; turn < CARD_TRIES; turn++) {
    if (await tellFrame(tabId, 0, card)) return true;
    await new Promise((resolve) => setTimeout(resolve, CARD_PAUSE_MS));
  }
  return false;
}

/** Opens the card of the most serious unit of a tab, in whichever frame it lies; false where there is none to open. */
export async function openMostSerious(tabId: number): Promise<boolean> {
  // A page that browsers keep to themselves has no frames for us.
  const frames = await framesOf(tabId).catch(() => []);
  for (const level of SHOWN_LEVELS) {
    for (const { frameId, report } of frames) {
      const unit = report.units.find(({ hidden, verdict }) => !hidden && verdict.level === level);
      if (unit) return tellFrame(tabId, frameId, { name: 'open', unitId: unit.id });
    }
  }
  return false;
}

/** Shows the worst level of a tab, and how many units have it, on the toolbar button. */
export async function showFound(tabId: number): Promise<void> {
  const frames = await framesOf(tabId).catch(() => undefined);
  // The page left meanwhile, and the browser has cleared the button.
  if (!frames) return;
  const units = frames.flatMap(({ report }) => report.units).filter((unit) => !unit.hidden);
  const level = SHOWN_LEVELS.find((one) => units.some((unit) => unit.verdict.level === one));
  const count = units.filter((unit) => unit.verdict.level === level).length;
  await showTab(tabId, level && { level, count });
  await noteGeneral(
    tabId,
    frames.flatMap(({ report }) => report.general ?? []),
  );
}
