import type { Role } from '../../../lib/lists/feed/metadata';
import { POLL_MS } from '../../../lib/lists/feed/schedule';
import { useAdminText } from '../text';

interface PublishedProps {
  readonly version: string;
  /** Where browsers read it; undefined where that is not known. */
  readonly at: string | undefined;
  /** It was looked at where it was written alone. */
  readonly placeOnly?: boolean | undefined;
  /** Why it was not read back there: it is not there yet, something else is, or nobody could look. */
  readonly open?: 'waiting' | 'other' | 'unseen' | undefined;
  /** What has run out, so that browsers take nothing yet. */
  readonly over?: Role | undefined;
  /** The server cannot keep two people from writing at once. */
  readonly singleWriter: boolean;
}

/** Minutes until every running browser has asked. */
const MINUTES = Math.ceil(POLL_MS[1] / 60_000);

/** After a publication: whether it was verified as a browser does, and when browsers have it. It belongs into a region that is read out. */
export function Published({ version, at, placeOnly, open, over, singleWriter }: PublishedProps) {
  const text = useAdminText();
  const found = open ?? 'verified';
  return (
    <section class="panel">
      <h2>{text(open ? 'published_open' : 'published_title', { version })}</h2>
      {over ? (
        <p class="problem">
          {text(over === 'root' ? 'published_over_root' : 'published_over', { role: text(`role_${over}`) })}
        </p>
      ) : (
        <p>
          {at === undefined
            ? text('published_by_hand')
            : text(placeOnly && found !== 'waiting' ? `published_place_${found}` : `published_${found}`, {
                address: at,
                minutes: MINUTES,
              })}
        </p>
      )}
      {singleWriter && <p class="hint">{text('place_single_writer')}</p>}
    </section>
  );
}
