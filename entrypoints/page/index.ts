/**
 * The content script. It is an unlisted script named in the manifest by wxt.config.ts, not a WXT content script: those
 * announce themselves to the page by events, which a page could forge to silence us.
 */
import { ask } from '../../lib/message-client';
import { sharedSession } from '../../lib/page/session';
import { shadowLooks } from '../../lib/page/shadow-looks';
import { startFrame } from '../../lib/page/start-frame';

// What WXT's defineUnlistedScript gives, without its code.
export default {
  main(): void {
    // Injected anew into tabs that were open before an install or update: one watcher a frame is enough.
    if (sharedSession()) return;
    // Firefox paints no highlight of the document's sheets inside shadow trees.
    void startFrame(
      () => ask('need-overlay', {}),
      import.meta.env.FIREFOX ? shadowLooks(() => ask('highlight-sheet', {})) : undefined,
    );
  },
};
