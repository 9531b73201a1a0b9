import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';

/** What the background tells the watcher of one frame. */
const frameMessage = v.variant('name', [
  /** Open the card of a unit, or of the most serious one. */
  v.object({ name: v.literal('frame-open'), unitId: v.optional(v.string()) }),
  /** What was pressed in the top frame's card for a unit of this frame. */
  v.object({
    name: v.literal('frame-action'),
    unitId: v.string(),
    action: v.picklist(['reveal', 'hide', 'unhide']),
    reason: v.optional(v.number()),
  }),
]);

export type FrameMessage = v.InferOutput<typeof frameMessage>;

/** Hears the background's messages to this frame until the signal ends. Anything else is left to others. */
export function onFrameMessage(handle: (message: FrameMessage) => void, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Runtime.MessageSender): undefined => {
    // Only the background has no tab.
    if (sender.id !== browser.runtime.id || sender.tab) return undefined;
    const parsed = v.safeParse(frameMessage, message);
    if (parsed.success) handle(parsed.output);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    try {
      browser.runtime.onMessage.removeListener(listener);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}
