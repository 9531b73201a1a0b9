import type { Role } from '../../../lib/lists/feed/metadata';
import { POLL_MS } from '../../../lib/lists/feed/schedule';
import { useAdminText } from '../text';

interface PublishedProps {
  readonly version: string;
  /** Where it was read back and verified; undefined where only files were given out. */
  readonly verifiedAt?: string | undefined;
  /** What has run out, so that browsers take nothing yet. */
  readonly over?: Role | undefined;
  /** The server cannot keep two people from writing at once. */
  readonly singleWriter: boolean;
}

/** Minutes until every running browser has asked. */
const MINUTES = Math.ceil(POLL_MS[1] / 60_000);

/** After a publication: verified as a browser does, and when browsers have it. It belongs into a region that is read out. */
export function Published({ version, verifiedAt, over, singleWriter }: PublishedProps) {
  const text = useAdminText();
  return (
    <section class="panel">
      <h2>{text('published_title', { version })}</h2>
      {over ? (
        <p class="problem">
          {text(over === 'root' ? 'published_over_root' : 'published_over', { role: text(`role_${over}`) })}
        </p>
      ) : (
        <p>
          {verifiedAt === undefined
            ? text('published_by_hand')
            : text('published_verified', { address: verifiedAt, minutes: MINUTES })}
        </p>
      )}
      {singleWriter && <p class="hint">{text('place_single_writer')}</p>}
    </section>
  );
}
