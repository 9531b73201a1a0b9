import { useId } from 'preact/hooks';

interface ComposerProps {
  readonly label: string;
  /** A plain box, or a rich one such as mail programs have. */
  readonly kind: 'plain' | 'rich';
  /** Text that stands in it at first, such as the quoted mail. */
  readonly quoted?: string | undefined;
}

/** A composer as real pages have one: what is written in it must never be read or marked. Sends nothing. */
export function Composer({ label, kind, quoted = '' }: ComposerProps) {
  const id = useId();
  return (
    <div class="composer">
      <span class="strong" id={id}>
        {label}
      </span>
      {kind === 'plain' ? (
        <textarea rows={1} aria-labelledby={id} defaultValue={quoted} />
      ) : (
        <div class="rich" contentEditable role="textbox" aria-multiline="true" aria-labelledby={id}>
          <p>{quoted}</p>
        </div>
      )}
    </div>
  );
}
