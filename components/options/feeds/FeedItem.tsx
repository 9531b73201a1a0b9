import { useState } from 'preact/hooks';
import type { FeedView } from '../../../lib/lists/feed/view';
import { useLocalised } from '../../language';
import { FeedState } from './FeedState';
import { useFeedText } from './feed-texts';
import { ScopeChoice } from './ScopeChoice';
import type { FeedEvents } from './types';

interface FeedItemProps extends Pick<FeedEvents, 'onUpdate' | 'onScope'> {
  readonly onRemove: (feed: FeedView) => void;
  readonly feed: FeedView;
  readonly packsTaken: boolean;
}

/** One feed that is followed: what it is, how fresh, what it may bring. */
export function FeedItem(props: FeedItemProps) {
  const { feed, onUpdate, onScope, onRemove } = props;
  const text = useFeedText();
  const pick = useLocalised();
  const [busy, setBusy] = useState(false);
  const name = feed.name ? pick(feed.name) : text('unnamed');
  const own = feed.origin === 'person';
  const update = async () => {
    setBusy(true);
    try {
      await onUpdate(feed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li class="feed">
      <h4>{name}</h4>
      <p class="feed-address">{feed.address}</p>
      {feed.origin === 'policy' && <p>{text('origin_policy')}</p>}
      {feed.origin === 'default' && <p>{text('origin_default')}</p>}
      <FeedState feed={feed} />
      {feed.version !== undefined && (
        <p class="muted">{text('version', { version: feed.version, count: feed.entries ?? 0 })}</p>
      )}
      {feed.contact && <p class="muted">{text('contact', { contact: feed.contact })}</p>}
      <p class="muted feed-id">{text('fingerprint', { id: feed.id })}</p>
      {own ? (
        <ScopeChoice
          scope={feed.scope}
          asked={feed.asked}
          packsTaken={props.packsTaken}
          onScope={(scope) => scope.length > 0 && onScope(feed, scope)}
        />
      ) : (
        <p class="muted">
          {text('scope_of', { parts: feed.scope.map((one) => text(`scope_${one}`)).join(', ') })}
        </p>
      )}
      <p class="actions">
        <button
          type="button"
          class="button"
          aria-label={text('update_of', { name })}
          disabled={busy}
          onClick={() => void update()}
        >
          {text(busy ? 'updating' : 'update')}
        </button>
        {own && (
          <button
            type="button"
            class="button"
            aria-label={text('remove_of', { name })}
            onClick={() => onRemove(feed)}
          >
            {text('remove')}
          </button>
        )}
      </p>
    </li>
  );
}
