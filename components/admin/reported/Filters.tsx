import { categoryName } from '../../../lib/i18n/categories';
import {
  ROW_STATES,
  STRENGTHS,
  type Query,
  type RowState,
  type Strength,
} from '../../../lib/admin/reported/table';
import { useLanguage } from '../../language';
import { ChoiceField, TextField } from '../Field';
import { useAdminText } from '../text';

interface FiltersProps {
  readonly query: Query;
  readonly categories: readonly string[];
  readonly publishers: readonly string[];
  readonly onQuery: (query: Query) => void;
}

/** Search as one types, and filters by category, publisher, state, certainty and date. */
export function Filters({ query, categories, publishers, onQuery }: FiltersProps) {
  const text = useAdminText();
  const language = useLanguage();
  const any = ['', text('filter_any')] as const;
  const named = (values: readonly string[]) => [any, ...values.map((value) => [value, value] as const)];
  const set = (change: Partial<Query>) => onQuery({ ...query, ...change });
  return (
    <div class="filters" role="search">
      <TextField
        label={text('filter_text')}
        value={query.text ?? ''}
        onValue={(value) => set({ text: value || undefined })}
      />
      <ChoiceField
        label={text('grid_category')}
        value={query.category ?? ''}
        choices={[any, ...categories.map((id) => [id, categoryName(language, id)] as const)]}
        onValue={(value) => set({ category: value || undefined })}
      />
      <ChoiceField
        label={text('grid_publisher')}
        value={query.publisher ?? ''}
        choices={named(publishers)}
        onValue={(value) => set({ publisher: value || undefined })}
      />
      <ChoiceField<RowState | ''>
        label={text('grid_state')}
        value={query.state ?? ''}
        choices={[any, ...ROW_STATES.map((state) => [state, text(`state_${state}`)] as const)]}
        onValue={(value) => set({ state: value || undefined })}
      />
      <ChoiceField<Strength | ''>
        label={text('grid_strength')}
        value={query.strength ?? ''}
        choices={[any, ...STRENGTHS.map((strength) => [strength, text(`strength_${strength}`)] as const)]}
        onValue={(value) => set({ strength: value || undefined })}
      />
      <TextField
        label={text('filter_from')}
        type="date"
        value={query.from ?? ''}
        onValue={(value) => set({ from: value || undefined })}
      />
      <TextField
        label={text('filter_to')}
        type="date"
        value={query.to ?? ''}
        onValue={(value) => set({ to: value || undefined })}
      />
    </div>
  );
}
