import type { FeedView } from '../../../lib/lists/feed/view';
import { useFeedText, useTime } from './feed-texts';

/** How fresh a feed is, and if it is not, why, what that means and what to do. */
export function FeedState({ feed }: { readonly feed: FeedView }) {
  const text = useFeedText();
  const time = useTime();
  const since = feed.checkedAt === undefined ? undefined : time(feed.checkedAt);
  return (
    <div class={`feed-state feed-${feed.state}`} role="status">
      <p class="strong">
        {feed.state === 'waiting' || since === undefined
          ? text('state_waiting')
          : text(`state_${feed.state}`, { time: since })}
      </p>
      {feed.progress && <p>{text('loading', { done: feed.progress.done, all: feed.progress.total })}</p>}
      {feed.error && (
        <p>
          {text(`error_${feed.error}`)} {feed.errorPlace && <code>{feed.errorPlace}</code>}
        </p>
      )}
      {feed.damaged && <p>{text('damaged')}</p>}
      {feed.clockBehind && <p>{text('clock_behind')}</p>}
      {feed.packRefused && <p>{text('error_ERR_FEED_CANARY')}</p>}
    </div>
  );
}
