import { useState } from 'preact/hooks';
import { standing, type Confirmable, type Objection } from '../../../lib/lists/publish/guards';
import { useAdminText } from '../text';
import { listName } from './summary';

interface ObjectionsProps {
  readonly objections: readonly Objection[];
  readonly confirmed: ReadonlySet<Confirmable>;
  readonly onConfirmed: (confirmed: ReadonlySet<Confirmable>) => void;
}

/** What was said yes to, and whether nothing stands against signing any more. */
export function useObjections(
  objections: readonly Objection[],
): ObjectionsProps & { readonly sure: boolean } {
  const [confirmed, onConfirmed] = useState<ReadonlySet<Confirmable>>(new Set());
  return { objections, confirmed, onConfirmed, sure: standing(objections, confirmed).length === 0 };
}

/** What stands against signing, or must be said yes to once more: the same for who signs first and who signs second. */
export function Objections({ objections, confirmed, onConfirmed }: ObjectionsProps) {
  const text = useAdminText();
  return (
    <>
      {objections.map((objection) => {
        const { code } = objection;
        if (code === 'short-code')
          return (
            <p key={code} class="problem">
              {text('warning_short', { numbers: objection.numbers.join(', ') })}
            </p>
          );
        return (
          <label key={code} class="check-line hint">
            <input
              type="checkbox"
              checked={confirmed.has(code)}
              onChange={(event) => {
                const next = new Set(confirmed);
                if (event.currentTarget.checked) next.add(code);
                else next.delete(code);
                onConfirmed(next);
              }}
            />
            {code === 'list'
              ? text('warning_list', {
                  lists: objection.lists.map((list) => listName(text, list)).join(', '),
                })
              : text(`warning_${code}`, { count: objection.numbers.length })}
          </label>
        );
      })}
    </>
  );
}
