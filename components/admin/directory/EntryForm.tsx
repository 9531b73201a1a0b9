import { useState } from 'preact/hooks';
import type { DirectoryProblem } from '../../../lib/admin/directory/edit';
import type { FormValues } from '../../../lib/admin/directory/form-values';
import { FIELDS, type Part } from '../../../lib/admin/directory/parts';
import { NO_REASON, ReasonFields, type ReasonDraft } from '../ReasonFields';
import { useAdminText } from '../text';
import { PlannedFields } from './PlannedFields';
import { problemText } from './problem-text';

interface EntryFormProps {
  readonly part: Part;
  readonly values: FormValues;
  /** Id and name of every organisation. */
  readonly organisations: readonly (readonly [id: string, name: string])[];
  readonly problem?: DirectoryProblem | undefined;
  readonly onSave: (values: FormValues, reason: ReasonDraft) => void;
  /** Absent for a new entry. */
  readonly onRemove?: ((reason: ReasonDraft) => void) | undefined;
  readonly onCancel: () => void;
  /** Told of every change, for a preview. */
  readonly onChange?: ((values: FormValues) => void) | undefined;
}

/** The form of one entry of the directory. */
export function EntryForm(props: EntryFormProps) {
  const text = useAdminText();
  const [values, setValues] = useState(props.values);
  const [reason, setReason] = useState(NO_REASON);
  const said = reason.why.trim() !== '';
  const { onRemove } = props;
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(values, reason);
      }}
    >
      <PlannedFields
        fields={FIELDS[props.part]}
        values={values}
        organisations={props.organisations}
        onValues={(next) => {
          setValues(next);
          props.onChange?.(next);
        }}
      />
      <ReasonFields reason={reason} onReason={setReason} />
      {props.problem && (
        <p class="problem" role="alert">
          {text('directory_problem', { place: problemText(text, props.problem) })}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button primary">
          {text('entry_save')}
        </button>
        {onRemove && (
          <button type="button" class="button" disabled={!said} onClick={() => onRemove(reason)}>
            {text('directory_remove')}
          </button>
        )}
        <button type="button" class="button" onClick={props.onCancel}>
          {text('cancel')}
        </button>
      </div>
      {onRemove && !said && <p class="muted">{text('entry_remove_needs')}</p>}
    </form>
  );
}
