import { useId } from 'preact/hooks';
import type { EntryDraft, EntryProblem } from '../../../lib/admin/reported/entry-draft';
import { ChoiceField, Field, TextField } from '../Field';
import { useAdminText } from '../text';

interface EntryFieldsProps {
  readonly draft: EntryDraft;
  readonly categories: readonly string[];
  readonly problems: readonly EntryProblem[];
  readonly onDraft: (draft: EntryDraft) => void;
}

/** The fields of an entry: what it pretends, and who says so where and when. */
export function EntryFields({ draft, categories, problems, onDraft }: EntryFieldsProps) {
  const text = useAdminText();
  const list = useId();
  const wrong = (field: EntryProblem['field']) =>
    problems.some((problem) => problem.field === field) ? text(`wrong_${field}`) : undefined;
  const set = (change: Partial<EntryDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <Field label={text('grid_category')} hint={text('entry_category_hint')} error={wrong('category')}>
        {(control) => (
          <>
            <input
              {...control}
              list={list}
              required
              value={draft.category}
              onInput={(event) => set({ category: event.currentTarget.value })}
            />
            <datalist id={list}>
              {categories.map((category) => (
                <option key={category} value={category} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <TextField
        label={text('entry_vi')}
        rows={2}
        required
        maxLength={400}
        error={wrong('vi')}
        value={draft.vi}
        onValue={(vi) => set({ vi })}
      />
      <TextField
        label={text('entry_en')}
        rows={2}
        maxLength={400}
        error={wrong('en')}
        value={draft.en}
        onValue={(en) => set({ en })}
      />
      <TextField
        label={text('entry_publisher')}
        required
        maxLength={200}
        error={wrong('publisher')}
        value={draft.publisher}
        onValue={(publisher) => set({ publisher })}
      />
      <TextField
        label={text('entry_authority')}
        maxLength={200}
        error={wrong('authority')}
        value={draft.authority}
        onValue={(authority) => set({ authority })}
      />
      <TextField
        label={text('entry_url')}
        type="url"
        required
        maxLength={500}
        error={wrong('url')}
        value={draft.url}
        onValue={(url) => set({ url })}
      />
      <TextField
        label={text('entry_date')}
        hint={text('entry_date_hint')}
        required
        error={wrong('date')}
        value={draft.date}
        onValue={(date) => set({ date })}
      />
      <ChoiceField
        label={text('entry_strength')}
        value={draft.strength}
        choices={[
          ['strong', text('strength_strong')],
          ['weak', text('strength_weak')],
        ]}
        onValue={(strength) => set({ strength })}
      />
    </>
  );
}
