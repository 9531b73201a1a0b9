import type { Runtime } from 'webextension-polyfill';
import { extensionApi } from './extension-api';

/**
 * What the background tells the watcher of one frame: open the card of a unit, what was pressed in the top frame's card
 * for a unit of this frame, or that lists or settings are new.
 */
export interface FrameMessage {
  readonly name: (typeof NAMES)[number];
  /** Absent where lists or settings are new. */
  readonly unitId?: string | undefined;
  /** Index of the reason to reveal; the whole unit without. */
  readonly reason?: number | undefined;
}

const NAMES = ['open', 'reveal', 'hide', 'unhide', 'lists'] as const;

/** Known by its name: the sender is our own background, see onBackgroundMessage. */
function isFrameMessage(message: unknown): message is FrameMessage {
  return (NAMES as readonly unknown[]).includes((message as FrameMessage | null)?.name);
}

type Respond = (response: unknown) => void;

/**
 * Hears what the background sends to this frame until the signal ends. `handle` sees the raw message and gives true
 * where it was meant for it: that is the answer the background gets.
 */
export function onBackgroundMessage(handle: (message: unknown) => boolean, signal: AbortSignal): void {
  const runtime = extensionApi()?.runtime;
  const hear = (message: unknown, sender: Runtime.MessageSender, respond: Respond): undefined => {
    // Only the background and the extension's pages have our id; only the background has no tab.
    if (!signal.aborted && sender.id === runtime?.id && !sender.tab && handle(message)) respond(true);
    return undefined;
  };
  // An answer at once needs no `return true`, which the types ask of every listener that answers.
  // It stays, deaf: a session ends with its page or with the extension, and so do all listeners.
  runtime?.onMessage.addListener(hear as unknown as Runtime.OnMessageListenerCallback);
}

/** Hears the messages to this frame's watcher until the signal ends. Anything else is left to others. */
export function onFrameMessage(handle: (message: FrameMessage) => void, signal: AbortSignal): void {
  onBackgroundMessage((message) => {
    if (!isFrameMessage(message)) return false;
    handle(message);
    return true;
  }, signal);
}
