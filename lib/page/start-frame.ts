/** Starts watching one frame: what the content script and the practice pages share. */
import { ask, extensionAlive } from '../message-client';
import { onFrameMessage, type FrameMessage } from '../frame-messages';
import { onAbort } from '../on-abort';
import { PageSession, shareSession } from './session';
import type { ShadowLooks } from './shadow-looks';
import { watch } from './watcher';

/** How often a frame looks whether its extension is still there, in milliseconds. */
const ALIVE_MS = 2_000;
/** How soon the badge hears of changes, of several at once, in milliseconds. */
const REPORT_MS = 300;

/**
 * Asks the background whether this frame is watched and starts watching where it is. Everything ends by itself when the
 * extension is updated or removed.
 * @param needOverlay brings the overlay in when there is something to show
 * @param looks see painterOf
 */
export async function startFrame(
  needOverlay: (session: PageSession) => Promise<unknown>,
  looks?: ShadowLooks,
): Promise<void> {
  const ended = new AbortController();
  const session = new PageSession(ended.signal);
  shareSession(session);
  const endIfGone = () => {
    if (!extensionAlive()) ended.abort();
  };
  const tellBadge = () => void ask('page-changed', {}).catch(endIfGone);
  const start = await patiently(() => ask('page-start', {})).catch(endIfGone);
  if (!start?.watch) {
    ended.abort();
    return;
  }
  let asking: Promise<unknown> | undefined;
  let report: ReturnType<typeof setTimeout> | undefined;
  watch({
    session,
    sites: start.sites,
    looks,
    judge: async (units) => (await patiently(() => ask('judge', { units }))).units,
    onNeedOverlay: () => {
      asking ??= needOverlay(session)
        .catch(endIfGone)
        .finally(() => {
          asking = undefined;
        });
    },
    onChange: () => {
      report ??= setTimeout(() => {
        report = undefined;
        tellBadge();
      }, REPORT_MS);
    },
    onError: endIfGone,
  });
  onFrameMessage((message) => actOn(message, session), ended.signal);
  // The badge counts a frame that goes, a page that comes back, and one that was made ready beforehand once it is opened:
  // until then the tab has another page. What the top frame said while it goes might be counted for the next one.
  const tell = () => {
    if (session.units.size > 0) tellBadge();
  };
  // A page that was kept for the back button was told of no new lists or settings.
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) session.tell('lists');
    else tell();
  };
  const listen = () => {
    addEventListener('pageshow', comeBack, ended);
    if (window !== top) addEventListener('pagehide', tell, ended);
  };
  listen();
  if (!import.meta.env.FIREFOX) document.addEventListener('prerenderingchange', tell, ended);
  const alive = setInterval(() => {
    endIfGone();
    // A page that opens its document anew takes all listeners from it; one that is there is not added again.
    listen();
  }, ALIVE_MS);
  onAbort(ended.signal, () => clearInterval(alive));
}

const FIRST_PAUSE_MS = 500;
const LAST_PAUSE_MS = 4_000;

/** Asks again, after longer and longer pauses: a worker may be killed between question and answer. */
async function patiently<T>(run: () => Promise<T>): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    try {
      return await run();
    } catch (error) {
      if (!extensionAlive() || pause > LAST_PAUSE_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function actOn({ name, unitId, reason }: FrameMessage, session: PageSession): void {
  if (name === 'lists') session.tell('lists');
  const unit = session.units.get(unitId ?? '');
  if (!unit) return;
  if (name === 'open' || name === 'reveal') session.tell('reveal', unit, reason);
  else session.setHidden(unit, name === 'hide');
  if (name === 'open') session.tell('open', unit);
}
