import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Gets what ties the control to its label, hint and error. */
  readonly children: (control: {
    id: string;
    'aria-describedby'?: string;
    'aria-invalid'?: true;
  }) => ComponentChildren;
}

/** A label, a control, a hint, and what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        ...(told && { 'aria-describedby': told }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {hint && (
        <p class="muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="problem" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly type?: 'text' | 'password' | 'url' | 'date' | 'number';
  readonly required?: boolean;
  readonly rows?: number;
  readonly maxLength?: number;
  /** What it must look like, and that in words. */
  readonly pattern?: readonly [source: string, title: string];
}

/** A field of one line, or of several where `rows` is given. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onValue,
    hint,
    error,
    type = 'text',
    required = false,
    rows,
    maxLength,
    pattern,
  } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) =>
        rows === undefined ? (
          <input
            {...control}
            // Preact types inputs by their kind; this one is chosen at run time.
            {...({ type } as { type: 'text' })}
            value={value}
            required={required}
            maxLength={maxLength}
            pattern={pattern?.[0]}
            title={pattern?.[1]}
            autocomplete={type === 'password' ? 'new-password' : 'off'}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        ) : (
          <textarea
            {...control}
            rows={rows}
            value={value}
            required={required}
            maxLength={maxLength}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly onValue: (value: Value) => void;
}

/** A drop-down. */
export function ChoiceField<Value extends string>({
  label,
  value,
  choices,
  onValue,
}: ChoiceFieldProps<Value>) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value as Value)}>
          {choices.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
