import { rowsAt, textAt, type FormValues } from '../../../lib/admin/directory/form-values';
import type { FieldKind, FieldPlan } from '../../../lib/admin/directory/parts';
import type { AdminKey } from '../../../lib/i18n/admin';
import { ChoiceField, TextField } from '../Field';
import { useAdminText } from '../text';
import { Rows } from './Rows';

interface PlannedFieldsProps {
  readonly fields: readonly FieldPlan[];
  readonly values: FormValues;
  /** Id and name of every organisation. */
  readonly organisations: readonly (readonly [id: string, name: string])[];
  readonly onValues: (values: FormValues) => void;
}

/** The fields of a plan, one after the other; rows have such fields of their own. */
export function PlannedFields({ fields, ...rest }: PlannedFieldsProps) {
  return (
    <>
      {fields.map((plan) => (
        <PlannedField key={plan.name} plan={plan} {...rest} />
      ))}
    </>
  );
}

const LINES: ReadonlySet<FieldKind> = new Set(['words', 'numbers']);
const HINTS: Readonly<Partial<Record<FieldKind, AdminKey>>> = {
  date: 'entry_date_hint',
  words: 'directory_words',
  numbers: 'directory_numbers',
};

type PlannedFieldProps = Omit<PlannedFieldsProps, 'fields'> & { readonly plan: FieldPlan };

function PlannedField({ plan, values, organisations, onValues }: PlannedFieldProps) {
  const text = useAdminText();
  const { name, kind, required = false, choices = [] } = plan;
  const label = text(`part_${plan.label ?? name}` as AdminKey);
  const value = textAt(values, name);
  const change = (field: string, next: FormValues[string]) => onValues({ ...values, [field]: next });
  switch (kind) {
    case 'rows':
      return (
        <Rows label={label} plan={plan} rows={rowsAt(values, name)} onRows={(rows) => change(name, rows)}>
          {(row, onRow) => (
            <PlannedFields
              fields={plan.fields ?? []}
              values={row}
              organisations={organisations}
              onValues={onRow}
            />
          )}
        </Rows>
      );
    case 'localised':
    case 'localisedLong':
    case 'sentences':
      return (
        <fieldset class="two-languages">
          <legend>{label}</legend>
          {kind === 'sentences' && <p class="muted">{text('directory_sentences')}</p>}
          {(['vi', 'en'] as const).map((language) => (
            <TextField
              key={language}
              label={text(`directory_${language}`)}
              {...(kind === 'localised' ? {} : { rows: 3 })}
              required={required && language === 'vi'}
              value={textAt(values, `${name}.${language}`)}
              onValue={(next) => change(`${name}.${language}`, next)}
            />
          ))}
        </fieldset>
      );
    case 'tick':
      return (
        <label class="check-line">
          <input
            type="checkbox"
            checked={value !== ''}
            onChange={(event) => change(name, event.currentTarget.checked ? 'yes' : '')}
          />
          {label}
        </label>
      );
    case 'organisation':
    case 'choice': {
      const named =
        kind === 'organisation'
          ? organisations
          : choices.map((one) => [one, text(`choice_${one}` as AdminKey)] as const);
      return (
        <ChoiceField
          label={label}
          value={value}
          choices={[['', text('directory_none')] as const, ...named]}
          onValue={(next) => change(name, next)}
        />
      );
    }
    default:
      return (
        <TextField
          label={label}
          {...(LINES.has(kind) ? { rows: 3 } : {})}
          {...(kind === 'url' ? { type: 'url' as const } : {})}
          hint={HINTS[kind] && text(HINTS[kind])}
          required={required}
          value={value}
          onValue={(next) => change(name, next)}
        />
      );
  }
}
