import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fieldValues, type FormValues } from '../../../lib/admin/directory/form-values';
import type { FieldPlan } from '../../../lib/admin/directory/parts';
import { useAdminText } from '../text';

interface RowsProps {
  readonly label: string;
  readonly plan: FieldPlan;
  readonly rows: readonly FormValues[];
  readonly onRows: (rows: readonly FormValues[]) => void;
  /** The fields of a row. */
  readonly children: (row: FormValues, onRow: (row: FormValues) => void) => ComponentChildren;
}

/** Entries inside an entry, such as the contacts of a notice: each with its fields, one more, one less. */
export function Rows({ label, plan, rows, onRows, children }: RowsProps) {
  const text = useAdminText();
  const { fields = [], single = false } = plan;
  const box = useRef<HTMLFieldSetElement>(null);
  /** The row that comes or goes with a press: its button may go too, and the focus must not. */
  const pressed = useRef<{ readonly at: number; readonly comes: boolean }>(undefined);
  useEffect(() => {
    if (!pressed.current) return;
    const { at, comes } = pressed.current;
    pressed.current = undefined;
    const all = box.current?.querySelectorAll(':scope > details') ?? [];
    // A new row begins at its first field; else on goes whatever stands in the place of the one that went.
    const place = all[Math.min(at, all.length - 1)]?.querySelector<HTMLElement>(
      comes ? 'input, select, textarea' : 'summary',
    );
    (place ?? box.current?.querySelector<HTMLElement>(':scope > button'))?.focus();
  }, [rows]);
  const write = (at: number, comes: boolean, next: readonly FormValues[]) => {
    pressed.current = { at, comes };
    onRows(next);
  };
  return (
    <fieldset ref={box}>
      <legend>{label}</legend>
      {rows.map((row, at) => (
        <Row
          key={at}
          name={single ? label : `${label} ${String(at + 1)}`}
          row={row}
          onRemove={() => write(at, false, rows.toSpliced(at, 1))}
        >
          {children(row, (next) => onRows(rows.with(at, next)))}
        </Row>
      ))}
      {!(single && rows.length > 0) && (
        <button
          type="button"
          class="button small"
          onClick={() => write(rows.length, true, [...rows, fieldValues(fields, undefined)])}
        >
          {text('rows_add', { row: label })}
        </button>
      )}
    </fieldset>
  );
}

interface RowProps {
  readonly name: string;
  readonly row: FormValues;
  readonly onRemove: () => void;
  readonly children: ComponentChildren;
}

/** What is typed first in a row, to know it by. */
function gist(row: FormValues): string {
  const [first = ''] = Object.entries(row).flatMap(([field, value]) =>
    typeof value === 'string' && !/\.en$/.test(field) && value !== '' && value !== 'yes' ? [value] : [],
  );
  return first;
}

/** A new row is open. The fields of closed ones are not there: browsers would ask for one that nobody sees. */
function Row({ name, row, onRemove, children }: RowProps) {
  const text = useAdminText();
  const [open, setOpen] = useState(gist(row) === '');
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name} <span class="muted">{gist(row)}</span>
      </summary>
      {open && (
        <fieldset aria-label={name}>
          {children}
          <button type="button" class="button small" onClick={onRemove}>
            {text('rows_remove', { row: name })}
          </button>
        </fieldset>
      )}
    </details>
  );
}
