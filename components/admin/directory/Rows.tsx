import type { ComponentChildren } from 'preact';
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
  const named = (at: number) => (single ? label : `${label} ${String(at + 1)}`);
  return (
    <fieldset>
      <legend>{label}</legend>
      {rows.map((row, at) => (
        <fieldset key={at} class="row-fields" aria-label={named(at)}>
          {children(row, (next) => onRows(rows.with(at, next)))}
          <button type="button" class="button small" onClick={() => onRows(rows.toSpliced(at, 1))}>
            {text('rows_remove', { row: named(at) })}
          </button>
        </fieldset>
      ))}
      {!(single && rows.length > 0) && (
        <button
          type="button"
          class="button small"
          onClick={() => onRows([...rows, fieldValues(fields, undefined)])}
        >
          {text('rows_add', { row: label })}
        </button>
      )}
    </fieldset>
  );
}
