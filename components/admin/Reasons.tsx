import type { Reason } from '../../lib/admin/reported/change';
import { useAdminText } from './text';

interface ReasonsProps {
  readonly title: string;
  /** Said where no reason is known. */
  readonly none: string;
  /** The newest first. */
  readonly reasons: readonly Reason[];
}

/** Who changed an entry, when, why, and where that was read. */
export function Reasons({ title, none, reasons }: ReasonsProps) {
  return (
    <section class="panel">
      <h3>{title}</h3>
      {reasons.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {reasons.map((reason) => (
            <li key={`${reason.at} ${reason.why}`}>
              <ReasonLine reason={reason} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** One reason: why, who, when, source. */
export function ReasonLine({ reason = {} }: { readonly reason?: Partial<Reason> | undefined }) {
  const text = useAdminText();
  const { who, at, why, source } = reason;
  if (why === undefined) return <span class="muted">{text('reason_none')}</span>;
  return (
    <>
      {why} <span class="muted">{[who, at?.slice(0, 10), source].filter(Boolean).join(', ')}</span>
    </>
  );
}
