import type { Outcome } from '../../../lib/admin/publish/overtaken';
import type { Role } from '../../../lib/lists/feed/metadata';
import type { Missing } from '../../../lib/lists/publish/signing';
import { useAdminText } from '../text';
import { Waits } from './HandOn';
import { Published } from './Published';

interface ToldProps {
  /** The version of the feed. */
  readonly version: string;
  /** It was published just now: where it was read back, why it was not, and what has run out. */
  readonly proof?:
    | {
        readonly at: string | undefined;
        readonly open?: 'waiting' | 'other' | 'unseen' | undefined;
        readonly written?: unknown;
        readonly over?: Role | undefined;
      }
    | undefined;
  readonly singleWriter: boolean;
  /** A version that waits for signatures. */
  readonly waits?: { readonly version: string; readonly missing: Missing } | undefined;
  readonly overtaken?: Outcome | undefined;
  /** There is nothing to publish. */
  readonly nothing: boolean;
}

/**
 * How publishing stands. Keep it on the screen empty too: only words that come later are read out. And words alone: what
 * is pressed or typed stands behind it.
 */
export function Told({ version, proof, singleWriter, waits, overtaken, nothing }: ToldProps) {
  const text = useAdminText();
  return (
    <div role="status">
      {proof ? (
        <Published
          version={version}
          {...proof}
          placeOnly={proof.written !== undefined}
          singleWriter={singleWriter}
        />
      ) : waits ? (
        <Waits {...waits} />
      ) : (
        <>
          {overtaken && <p class="hint">{text(`overtaken_${overtaken}`, { version })}</p>}
          {nothing && <p class="panel">{text('review_nothing')}</p>}
        </>
      )}
    </div>
  );
}
