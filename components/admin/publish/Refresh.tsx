import type { ConsoleFeed } from '../../../lib/admin/store-schema';
import { Expiry } from '../start/FeedCard';
import { useAdminText } from '../text';

interface RefreshProps {
  readonly feed: ConsoleFeed;
  readonly now: number;
  readonly canRefresh: boolean;
  readonly onRefresh: () => void;
}

/** New dates for the same content, before the old ones run out. */
export function Refresh({ feed, now, canRefresh, onRefresh }: RefreshProps) {
  const text = useAdminText();
  return (
    <section class="panel">
      <h2>{text('refresh_title')}</h2>
      <p>{text('refresh_hint')}</p>
      <Expiry feed={feed} now={now} where="desk" />
      <button type="button" class="button" disabled={!canRefresh} onClick={onRefresh}>
        {text('refresh_go')}
      </button>
    </section>
  );
}
