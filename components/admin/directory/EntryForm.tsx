import { useState } from 'preact/hooks';
import { FIELDS, type FieldKind, type FieldPlan, type Part } from '../../../lib/admin/directory/parts';
import type { FormValues } from '../../../lib/admin/directory/edit';
import type { AdminKey } from '../../../lib/i18n/admin';
import { ChoiceField, TextField } from '../Field';
import { useAdminText } from '../text';

interface EntryFormProps {
  readonly part: Part;
  readonly values: FormValues;
  /** Id and name of every organisation. */
  readonly organisations: readonly (readonly [id: string, name: string])[];
  readonly problem?: string | undefined;
  readonly onSave: (values: FormValues) => void;
  /** Absent for a new entry. */
  readonly onRemove?: (() => void) | undefined;
  readonly onCancel: () => void;
  /** Told of every change, for a preview. */
  readonly onChange?: ((values: FormValues) => void) | undefined;
}

/** The form of one entry of the directory. */
export function EntryForm(props: EntryFormProps) {
  const text = useAdminText();
  const [values, setValues] = useState(props.values);
  const change = (name: string, value: string) => {
    const next = { ...values, [name]: value };
    setValues(next);
    props.onChange?.(next);
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(values);
      }}
    >
      {FIELDS[props.part].map((plan) => (
        <PlannedField
          key={plan.name}
          plan={plan}
          values={values}
          organisations={props.organisations}
          onValue={change}
        />
      ))}
      {props.problem !== undefined && (
        <p class="problem" role="alert">
          {text('directory_problem', { place: props.problem })}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button primary">
          {text('entry_save')}
        </button>
        {props.onRemove && (
          <button type="button" class="button" onClick={props.onRemove}>
            {text('directory_remove')}
          </button>
        )}
        <button type="button" class="button" onClick={props.onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}

const LINES: ReadonlySet<FieldKind> = new Set(['words', 'long', 'contacts', 'sources']);
const HINTS: Readonly<Partial<Record<FieldKind, AdminKey>>> = {
  date: 'entry_date_hint',
  words: 'directory_words',
  contacts: 'directory_rows_contacts',
  sources: 'directory_rows_sources',
};

interface PlannedFieldProps {
  readonly plan: FieldPlan;
  readonly values: FormValues;
  readonly organisations: EntryFormProps['organisations'];
  readonly onValue: (name: string, value: string) => void;
}

function PlannedField({ plan, values, organisations, onValue }: PlannedFieldProps) {
  const text = useAdminText();
  const { name, kind, required = false, choices = [] } = plan;
  const label = text(`part_${name}` as AdminKey);
  const value = values[name] ?? '';
  if (kind === 'localised' || kind === 'localisedLong' || kind === 'sentences') {
    const rows = kind === 'localised' ? {} : { rows: 3 };
    return (
      <fieldset>
        <legend>{label}</legend>
        {kind === 'sentences' && <p class="muted">{text('directory_sentences')}</p>}
        {(['vi', 'en'] as const).map((language) => (
          <TextField
            key={language}
            label={text(`directory_${language}`)}
            {...rows}
            required={required && language === 'vi'}
            value={values[`${name}.${language}`] ?? ''}
            onValue={(next) => onValue(`${name}.${language}`, next)}
          />
        ))}
      </fieldset>
    );
  }
  if (kind === 'organisation' || kind === 'choice') {
    const named =
      kind === 'organisation'
        ? organisations
        : choices.map((one) => [one, text(`choice_${one}` as AdminKey)] as const);
    return (
      <ChoiceField
        label={label}
        value={value}
        choices={[['', text('directory_none')] as const, ...named]}
        onValue={(next) => onValue(name, next)}
      />
    );
  }
  return (
    <TextField
      label={label}
      {...(LINES.has(kind) ? { rows: 3 } : {})}
      {...(kind === 'url' ? { type: 'url' as const } : {})}
      hint={HINTS[kind] && text(HINTS[kind])}
      required={required}
      value={value}
      onValue={(next) => onValue(name, next)}
    />
  );
}
