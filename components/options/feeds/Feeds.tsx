import { useState } from 'preact/hooks';
import { isFeedTextKey } from '../../../lib/i18n/feed-text';
import type { FeedsView, FeedView } from '../../../lib/lists/feed/view';
import { useLocalised } from '../../language';
import { AddFeed } from './AddFeed';
import { FeedItem } from './FeedItem';
import { useFeedText } from './feed-texts';
import type { FeedEvents } from './types';

interface FeedsProps extends FeedEvents {
  readonly view: FeedsView;
}

/** The feeds that are followed, how each fares, and a form for one more. */
export function Feeds(props: FeedsProps) {
  const { view, onRemove, onRestore } = props;
  const text = useFeedText();
  const [removed, setRemoved] = useState<FeedView>();
  const bringsPacks = view.feeds.find(({ scope }) => scope.includes('packs'));
  return (
    <>
      <p>{text('intro')}</p>
      <StoreState view={view} />
      {!view.hasDefault && <p>{text('no_default')}</p>}
      {view.policyFaults > 0 && <p>{text('policy_faults', { count: view.policyFaults })}</p>}
      {view.feeds.length > 0 && (
        <>
          <h3>{text('followed')}</h3>
          <ul class="feeds">
            {view.feeds.map((feed) => (
              <FeedItem
                key={feed.id}
                feed={feed}
                packsTaken={bringsPacks !== undefined && bringsPacks.id !== feed.id}
                onUpdate={props.onUpdate}
                onScope={props.onScope}
                onRemove={(one) => {
                  // Said once it is true.
                  void onRemove(one).then((done) => setRemoved(done ? one : undefined));
                }}
              />
            ))}
          </ul>
        </>
      )}
      <div role="status">
        {removed && (
          <RemovedNote
            feed={removed}
            onUndo={() => {
              setRemoved(undefined);
              onRestore(removed);
            }}
          />
        )}
      </div>
      <AddFeed
        packsTaken={bringsPacks !== undefined}
        onAdd={(feed) => {
          setRemoved(undefined);
          return props.onAdd(feed);
        }}
      />
    </>
  );
}

function RemovedNote({ feed, onUndo }: { readonly feed: FeedView; readonly onUndo: () => void }) {
  const text = useFeedText();
  const pick = useLocalised();
  return (
    <div class="feed-removed">
      <p>{text('removed', { name: feed.name ? pick(feed.name) : feed.address })}</p>
      <button type="button" class="button" onClick={onUndo}>
        {text('undo')}
      </button>
    </div>
  );
}

/** What keeps lists out of the local store, if anything does. */
function StoreState({ view: { storeError } }: { readonly view: FeedsView }) {
  const text = useFeedText();
  const key = `store_${storeError ?? 'other'}`;
  return (
    <div role="status">
      {storeError !== undefined && <p class="feed-fault">{text(isFeedTextKey(key) ? key : 'store_other')}</p>}
    </div>
  );
}
