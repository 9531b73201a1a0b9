/** `edit`: the same change of many entries. */
import { bulkEdit, NO_CHANGE } from '../../../lib/admin/reported/bulk';
import { FIELDS } from '../../../lib/lists/publish/import-rows';
import { CallError, count, type Command } from '../call';
import { chosenLines, requireChoice } from '../choosing';
import { categoriesIn, withLines, withoutLines } from '../editing';
import { editCompact } from './compact';
import { change, defaultsOf } from './drafting';
import { oneNumber, requireAll } from './given';

/** What the fields are called in a call. */
const OPTION: Readonly<Record<string, string>> = { pretends_vi: 'vi', pretends_en: 'en' };

export const edit: Command = {
  writes: true,
  run(call) {
    const { folder, values, rest } = call;
    const numbers = rest.map(oneNumber);
    requireChoice(values, numbers);
    if (values.compact) return editCompact(call, numbers);
    const categories = categoriesIn(folder.draft().reported);
    const filled = defaultsOf(values, categories);
    if (Object.keys(filled).length === 0) {
      const options = FIELDS.slice(1).map((field) => `--${OPTION[field] ?? field}`);
      throw new CallError(`Say what changes: ${options.join(', ')}.`);
    }
    const chosen = chosenLines(folder, values, numbers);
    requireAll(numbers, chosen, 'the draft');
    const result = bulkEdit(
      chosen.keys(),
      (number) => chosen.get(number) ?? [],
      { ...NO_CHANGE, ...filled },
      categories,
    );
    if ('problems' in result) {
      const [{ field, reason } = { field: undefined, reason: '' }] = result.problems;
      throw new CallError(`--${OPTION[field ?? ''] ?? field ?? ''}: ${reason}. Nothing was changed.`);
    }
    const next = [...result.lines.values()].flat();
    const { changed } = change(call, (reported) => withLines(withoutLines(reported, chosen), next));
    return Promise.resolve({
      lines: [
        `${count(changed.length, 'number')} changed in the draft. Look at it with diff, publish it with sign.`,
      ],
      data: { chosen: chosen.size, changed },
    });
  },
};
