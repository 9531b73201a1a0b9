import type { EntryDraft } from '../../../lib/admin/reported/entry-draft';
import type { Field as FieldName, RowError } from '../../../lib/lists/publish/import-rows';
import { ChoiceField, TextField } from '../Field';
import { useAdminText } from '../text';
import { CategoryField } from './CategoryField';
import { faultText } from './fault-text';

interface EntryFieldsProps {
  readonly draft: EntryDraft;
  readonly categories: readonly string[];
  readonly problems: readonly RowError[];
  /** Fields that may stay empty here, because a column of a table gives them. */
  readonly given?: (field: FieldName) => boolean;
  /** An empty field leaves what is there: no degree of certainty has to be chosen either. */
  readonly keepable?: boolean;
  readonly onDraft: (draft: EntryDraft) => void;
}

const NONE_GIVEN = () => false;

/** The fields of an entry: what it pretends, and who says so where and when. */
export function EntryFields(props: EntryFieldsProps) {
  const { draft, categories, problems, given = NONE_GIVEN, keepable = false, onDraft } = props;
  const text = useAdminText();
  const wrong = (field: FieldName) => {
    const problem = problems.find((one) => one.field === field);
    return problem && faultText(text, problem);
  };
  const set = (change: Partial<EntryDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <CategoryField
        value={draft.category}
        categories={categories}
        required={!given('category')}
        error={wrong('category')}
        onValue={(category) => set({ category })}
      />
      <TextField
        label={text('entry_vi')}
        rows={2}
        required={!given('pretends_vi')}
        maxLength={400}
        error={wrong('pretends_vi')}
        value={draft.pretends_vi}
        onValue={(value) => set({ pretends_vi: value })}
      />
      <TextField
        label={text('entry_en')}
        rows={2}
        maxLength={400}
        error={wrong('pretends_en')}
        value={draft.pretends_en}
        onValue={(value) => set({ pretends_en: value })}
      />
      <TextField
        label={text('entry_publisher')}
        required={!given('publisher')}
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
        required={!given('url')}
        maxLength={500}
        error={wrong('url')}
        value={draft.url}
        onValue={(url) => set({ url })}
      />
      <TextField
        label={text('entry_date')}
        hint={text('entry_date_hint')}
        required={!given('date')}
        error={wrong('date')}
        value={draft.date}
        onValue={(date) => set({ date })}
      />
      <ChoiceField
        label={text('entry_strength')}
        value={draft.strength === 'weak' ? 'weak' : keepable ? draft.strength : 'strong'}
        choices={[
          ...(keepable ? [['', text('bulk_keep')] as const] : []),
          ['strong', text('strength_strong')],
          ['weak', text('strength_weak')],
        ]}
        onValue={(strength) => set({ strength })}
      />
    </>
  );
}
