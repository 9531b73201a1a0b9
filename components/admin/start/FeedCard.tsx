import { useState } from 'preact/hooks';
import { rolesDue, type RoleDue } from '../../../lib/admin/reminder';
import type { ConsoleFeed } from '../../../lib/admin/store-schema';
import { useLanguage, useLocalised } from '../../language';
import { useAdminText } from '../text';

const ROLES: readonly RoleDue[] = ['timestamp', 'snapshot', 'targets', 'root'];

interface FeedCardProps {
  readonly feed: ConsoleFeed;
  readonly now: number;
  readonly onOpen: (feed: ConsoleFeed) => void;
  readonly onForget: (feed: ConsoleFeed) => void;
}

/** A feed at a glance: name, version, where it lies, until when what each role signed holds. */
export function FeedCard({ feed, now, onOpen, onForget }: FeedCardProps) {
  const text = useAdminText();
  const local = useLocalised();
  const [asking, setAsking] = useState(false);
  return (
    <li class="feed-card">
      <h3>{local(feed.name)}</h3>
      <p>{text('feed_version', { version: feed.version })}</p>
      <p class="muted">{feed.address ?? text('feed_not_hosted')}</p>
      <Expiry feed={feed} now={now} where="start" />
      <details>
        <summary>{text('feed_fingerprint')}</summary>
        <code class="fingerprint">{feed.id}</code>
      </details>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => onOpen(feed)}>
          {text('feed_open')}
        </button>
        <button type="button" class="button" onClick={() => setAsking(true)} aria-expanded={asking}>
          {text('feed_forget')}
        </button>
      </div>
      {asking && (
        <div class="hint" role="group" aria-label={text('feed_forget')}>
          <p>{text('feed_forget_ask')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={() => onForget(feed)}>
              {text('feed_forget_yes')}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {text('cancel')}
            </button>
          </div>
        </div>
      )}
    </li>
  );
}

interface ExpiryProps extends Pick<FeedCardProps, 'feed' | 'now'> {
  readonly roles?: readonly RoleDue[];
  /** Where this stands: from there it is told where the root is signed anew. */
  readonly where: 'start' | 'desk' | 'keys';
}

/** Until when each role's signature holds; those that run out soon say so in words, the root also what to do. */
export function Expiry({ feed, now, roles = ROLES, where }: ExpiryProps) {
  const text = useAdminText();
  const language = useLanguage();
  const due = new Set(rolesDue(feed, now));
  const day = (iso: string) => new Date(iso).toLocaleDateString(language, { dateStyle: 'medium' });
  return (
    <>
      <dl class="expiry">
        {roles.map((role) => {
          const over = Date.parse(feed.expires[role]) <= now;
          const state = over ? 'over' : due.has(role) ? 'soon' : 'fine';
          return (
            <div key={role} class={`expiry-${state}`}>
              <dt>{text(`role_${role}`)}</dt>
              <dd>{text(`expiry_${state}`, { day: day(feed.expires[role]) })}</dd>
            </div>
          );
        })}
      </dl>
      {due.has('root') && <p class="hint">{text(`renew_due_${where}`)}</p>}
    </>
  );
}
