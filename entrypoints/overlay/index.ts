/** Injected by the background into frames that have something to show. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sharedSession } from '../../lib/page/session';
import { mountOverlay } from './mount-overlay';

export default defineUnlistedScript(() => {
  const session = sharedSession();
  if (!session || session.hasOverlay) return;
  mountOverlay(session).catch(() => {
    session.hasOverlay = false;
  });
});
