import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  /** What can be chosen, each with its words and what is said below them. */
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly note?: ComponentChildren;
  }[];
  readonly disabled: boolean;
  readonly onChoose: (value: Value) => void;
  /** Stands below the options, such as who holds the setting. */
  readonly children?: ComponentChildren;
}

/** One of several, as radio buttons. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, value, options, disabled, onChoose, children } = props;
  const name = useId();
  return (
    <fieldset class="choice" disabled={disabled}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <div key={option.value}>
          <label class="check-line">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              aria-describedby={option.note === undefined ? undefined : `${name}-${option.value}`}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
          {option.note !== undefined && (
            <div class="muted choice-note" id={`${name}-${option.value}`}>
              {option.note}
            </div>
          )}
        </div>
      ))}
      {children}
    </fieldset>
  );
}
