/** The two sides of a clash in words: what each would leave there. */
import type { Side } from '../../../lib/admin/merge/lists';
import type { DraftClash } from '../../../lib/admin/merge/rebase';
import { sameJson } from '../../../lib/admin/merge/three-way';
import { isAdminKey } from '../../../lib/i18n/admin';
import type { Localised } from '../../../lib/i18n/translate';
import { readLine } from '../../../lib/lists/reported/state';
import { categoryName } from '../../../lib/i18n/categories';
import { useLanguage, useLocalised } from '../../language';
import { useAdminText } from '../text';

type Fields = Readonly<Record<string, unknown>>;

const isLocalised = (value: unknown): value is Localised =>
  typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;

/** For each side the lines that tell it from the other. */
export function useSides(clash: DraftClash): Readonly<Record<Side, readonly string[]>> {
  const text = useAdminText();
  const local = useLocalised();
  const language = useLanguage();
  const shown = (value: unknown): string => {
    if (isLocalised(value)) return local(value);
    if (Array.isArray(value)) return value.map(shown).join('; ');
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const label = (field: string) => {
    const key = `part_${field}`;
    return isAdminKey(key) ? text(key) : field;
  };
  const lines = (side: Side): readonly string[] => {
    if (clash.list === 'reported') {
      const entries = clash[side].map((line) => {
        const { category, publisher, date, pretends } = readLine(line);
        return `${categoryName(language, category)}; ${publisher}, ${date}: ${local(pretends)}`;
      });
      return entries.length > 0 ? entries : [text('merge_gone')];
    }
    if (clash.part === undefined) return [text(clash[side] ? 'merge_whole' : 'merge_gone')];
    const [value, other] = [clash[side], clash[side === 'mine' ? 'theirs' : 'mine']];
    if (value === undefined) return [text('merge_gone')];
    if (typeof value !== 'object' || value === null) return [shown(value)];
    const differing = Object.entries(value as Fields).filter(
      ([field, one]) => !sameJson(one, (other as Fields | undefined)?.[field]),
    );
    return differing.map(([field, one]) => `${label(field)}: ${shown(one)}`);
  };
  return { mine: lines('mine'), theirs: lines('theirs') };
}
