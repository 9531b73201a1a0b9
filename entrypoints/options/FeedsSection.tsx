import { useCallback, useEffect, useState } from 'preact/hooks';
import { useText } from '../../components/language';
import { Feeds } from '../../components/options/feeds/Feeds';
import { OptionsSection } from '../../components/options/OptionsSection';
import { ListsLine } from '../../components/popup/ListsLine';
import type { ListsAge } from '../../components/popup/types';
import type { FeedsView, FeedView } from '../../lib/lists/feed/view';
import { send } from '../../lib/message-client';

/** How often the section follows what the background does, in milliseconds. */
const FOLLOW_MS = 2_000;

/** A feed as the person chose it. */
function chosen({ address, id, asked }: FeedView) {
  return { address, fingerprint: id, scope: [...asked] };
}

/** Where the lists come from. */
export function FeedsSection() {
  const text = useText();
  const [lists, setLists] = useState<ListsAge>();
  const [view, setView] = useState<FeedsView>();
  const refresh = useCallback(async () => {
    const { version, published, embedded, stale, error } = await send('lists', {});
    setLists({ version, date: published, embedded, unstored: error !== undefined, stale });
    setView(await send('feeds', {}));
  }, []);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), FOLLOW_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  return (
    <OptionsSection id="feeds" title={text('feeds_title')}>
      <ListsLine lists={lists} />
      {view && (
        <Feeds
          view={view}
          onAdd={async (feed) => {
            const { error } = await send('feed-add', feed);
            await refresh();
            return error;
          }}
          onUpdate={async ({ id }) => {
            await send('feed-update', { id });
            await refresh();
          }}
          onScope={({ id }, scope) => void send('feed-scope', { id, scope }).then(refresh)}
          onRemove={async ({ id }) => {
            const gone = await send('feed-remove', { id }).then(
              () => true,
              () => false,
            );
            await refresh();
            return gone;
          }}
          onRestore={(feed) => void send('feed-restore', chosen(feed)).then(refresh)}
        />
      )}
    </OptionsSection>
  );
}
