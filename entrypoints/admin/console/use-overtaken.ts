/** Notices that a colleague published while something waits for signatures here. */
import { useEffect } from 'preact/hooks';
import { catchUp, type CaughtUp } from '../../../lib/admin/publish/overtaken';
import type { Prepared } from '../../../lib/admin/publish/prepare';
import { createTransport, feedAddress } from '../../../lib/lists/feed/transport';
import type { DeskProps } from './Desk';

/** Between two looks at the feed while a file waits. */
const EVERY_MS = 60_000;

/** Looks at once, whenever the tab comes to the front, and every minute. Without a network all stays as it is. */
export function useOvertaken(
  { state: { store }, workspace }: DeskProps,
  pending: Prepared | undefined,
  onOvertaken: (caught: CaughtUp) => void,
): void {
  const { address } = workspace.feed;
  useEffect(() => {
    if (!store || !pending?.missing || address === undefined) return undefined;
    let looking = false;
    let left = false;
    const look = async () => {
      if (looking || document.hidden) return;
      looking = true;
      try {
        const transport = createTransport({ address: feedAddress(address), fetch: fetch.bind(globalThis) });
        const caught = await catchUp(store, workspace, pending, transport, Date.now());
        if (caught && !left) onOvertaken(caught);
      } catch {
        // Nobody asked for this look; the next one may get through.
      } finally {
        looking = false;
      }
    };
    const again = () => void look();
    const timer = setInterval(again, EVERY_MS);
    document.addEventListener('visibilitychange', again);
    again();
    return () => {
      left = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [store, workspace, pending, address]);
}
