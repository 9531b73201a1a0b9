/** Starts watching one frame: what the content script and the practice pages share. */
import { MessageError } from '../message-error';
import { extensionAlive, send } from '../message-client';
import { onFrameMessage, type FrameMessage } from '../frame-messages';
import { PageSession, shareSession } from './session';
import { watch } from './watcher';

/** How often a frame with something on screen looks whether its extension is still there, in milliseconds. */
const ALIVE_MS = 2_000;

/**
 * Asks the background whether this frame is watched and starts watching. Gives the session, or undefined where the
 * site is not allowed. Everything ends by itself when the extension is updated or removed.
 * @param needOverlay brings the overlay in when there is something to show
 */
export async function startFrame(
  needOverlay: (session: PageSession) => Promise<unknown>,
): Promise<PageSession | undefined> {
  const ended = new AbortController();
  const session = new PageSession(ended.signal, window === window.top);
  shareSession(session);
  const host = location.hostname;
  const onError = (error: unknown) => {
    if (!extensionAlive() || (error instanceof MessageError && error.code === 'ERR_EXTENSION_GONE'))
      ended.abort();
  };
  const quietly = (promise: Promise<unknown>) => void promise.catch(onError);
  const start = await patiently(() => send('page-start', { host })).catch((error: unknown) => {
    onError(error);
    return undefined;
  });
  if (!start?.watch || ended.signal.aborted) return undefined;
  let asked = false;
  watch({
    session,
    sites: start.sites,
    judge: async (units) => (await patiently(() => send('judge', { host, units }))).units,
    onNeedOverlay: () => {
      if (asked) return;
      asked = true;
      needOverlay(session).catch((error: unknown) => {
        asked = false;
        onError(error);
      });
    },
    onChange: () => quietly(send('page-changed', {})),
    onError,
  });
  onFrameMessage((message) => actOn(message, session), ended.signal);
  const alive = setInterval(() => extensionAlive() || ended.abort(), ALIVE_MS);
  ended.signal.addEventListener('abort', () => clearInterval(alive));
  return session;
}

const FIRST_PAUSE_MS = 500;
const LAST_PAUSE_MS = 4_000;

/** Asks again, after longer and longer pauses: a worker may be killed between question and answer. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    try {
      return await ask();
    } catch (error) {
      if (!extensionAlive() || pause > LAST_PAUSE_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function actOn(message: FrameMessage, session: PageSession): void {
  const unit = message.unitId === undefined ? undefined : session.units.get(message.unitId);
  if (message.name === 'frame-open') {
    if (unit) session.reveal(unit);
    session.open(message.unitId, true);
  } else if (unit) {
    if (message.action === 'reveal') session.reveal(unit, message.reason);
    else session.setHidden(unit, message.action === 'hide');
  }
}
