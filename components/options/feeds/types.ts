/** What the part on feeds is given and gives. */
import type { FeedErrorCode } from '../../../lib/lists/feed/feed-error';
import type { FeedView } from '../../../lib/lists/feed/view';
import type { ChosenFeed } from '../../../lib/lists/feed/wanted';

export type Scope = ChosenFeed['scope'][number];

export interface FeedEvents {
  /** Gives why the feed was not added, or undefined once it is followed. */
  readonly onAdd: (feed: ChosenFeed) => Promise<FeedErrorCode | 'known' | undefined>;
  readonly onUpdate: (feed: FeedView) => Promise<void>;
  readonly onScope: (feed: FeedView, scope: Scope[]) => void;
  /** Gives whether the feed is gone now. */
  readonly onRemove: (feed: FeedView) => Promise<boolean>;
  readonly onRestore: (feed: FeedView) => void;
}
