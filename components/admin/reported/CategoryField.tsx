import { useId, useState } from 'preact/hooks';
import { categoryId } from '../../../lib/admin/reported/category';
import { categoryName, NAMED_CATEGORIES } from '../../../lib/i18n/categories';
import { useLanguage } from '../../language';
import { Field } from '../Field';
import { useAdminText } from '../text';

interface CategoryFieldProps {
  /** The id, or what is typed for one. */
  readonly value: string;
  /** Ids of the list. */
  readonly categories: readonly string[];
  readonly required: boolean;
  readonly error?: string | undefined;
  readonly onValue: (value: string) => void;
}

/** The category by its name. What is typed stays as it is typed: only whoever leaves the field sees the name of it. */
export function CategoryField({ value, categories, required, error, onValue }: CategoryFieldProps) {
  const text = useAdminText();
  const language = useLanguage();
  const list = useId();
  const [typed, setTyped] = useState<string>();
  return (
    <Field label={text('grid_category')} hint={text('entry_category_hint')} error={error}>
      {(control) => (
        <>
          <input
            {...control}
            list={list}
            required={required}
            value={typed ?? categoryName(language, value)}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              onValue(event.currentTarget.value);
            }}
            onBlur={() => {
              if (typed !== undefined) onValue(categoryId(typed.trim(), categories));
              setTyped(undefined);
            }}
          />
          <datalist id={list}>
            {[...new Set([...NAMED_CATEGORIES, ...categories])].map((category) => (
              <option key={category} value={categoryName(language, category)} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
