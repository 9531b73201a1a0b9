/** Commands that change the draft: add, remove, import. */
import { categoryId } from '../../../lib/admin/reported/category';
import type { LeftRow } from '../../../lib/admin/reported/import-table';
import { diffReported, type ReportedDiff } from '../../../lib/lists/publish/diff';
import { objectionsTo } from '../../../lib/lists/publish/guards';
import { FIELDS, RowReader, type Field } from '../../../lib/lists/publish/import-rows';
import { countOf, type ReportedState } from '../../../lib/lists/reported/state';
import { CallError, count, EXIT, needed, type Call, type Command, type Values } from '../call';
import { addCompact, importCompact, removeCompact } from './compact';
import { chosenLines, requireChoice } from '../choosing';
import { categoriesIn, withLines, withoutLines } from '../editing';
import { readImport } from '../import-file';
import { sheetLines } from '../table-file';
import { columnsOf, fileNamed, oneNumber, requireAll } from './given';
import { withReason } from '../reasons';
import { allowed, officialFor, refuse } from './refuse';

/** What the options say of every row. `categories`: ids of the list. */
export function defaultsOf(values: Values, categories: ReadonlySet<string>): Partial<Record<Field, string>> {
  const { vi, en, authority, publisher, url, date, strength } = values;
  const category = values.category === undefined ? undefined : categoryId(values.category.trim(), categories);
  const given = { category, pretends_vi: vi, pretends_en: en, authority, publisher, url, date, strength };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Changes the reported list of the draft, guarded. Gives what came, went and changed, and by how many entries it grew. */
export function change(
  { folder, values }: Call,
  next: (reported: ReportedState) => ReportedState,
): ReportedDiff & { readonly grown: number } {
  const draft = folder.draft();
  const { reported } = draft;
  const after = next(reported);
  refuse(objectionsTo(reported, after, officialFor(folder, draft)), values);
  const diff = diffReported(reported, after);
  const { added, removed, changed } = diff;
  const reasons = withReason(folder, values, [...added, ...removed, ...changed]);
  folder.commit(new Map([...folder.reportedFile(after), ...reasons]));
  return { ...diff, grown: countOf(after) - countOf(reported) };
}

export const add: Command = {
  writes: true,
  run(call) {
    if (call.values.compact) return addCompact(call);
    const { values, rest } = call;
    const number = oneNumber(rest.join(' '));
    for (const name of ['category', 'vi', 'en', 'publisher', 'url'] as const)
      needed(`--${name}`, values[name]);
    const categories = categoriesIn(call.folder.draft().reported);
    const today = new Date().toISOString().slice(0, 10);
    const row = new RowReader({
      numberIn: () => number,
      defaults: { date: today, ...defaultsOf(values, categories) },
    });
    row.push(1, {});
    const { lines, errors } = row.finish();
    const [error] = errors;
    if (error) throw new CallError(`${error.field ?? 'The entry'} ${error.reason}.`);
    const { grown: added } = change(call, (reported) => withLines(reported, lines));
    return Promise.resolve({
      lines: [
        added === 0 ? `${number} stands there already.` : `${number} is in the draft. Publish it with sign.`,
      ],
      data: { number, added },
    });
  },
};

export const remove: Command = {
  writes: true,
  run(call) {
    const { folder, values, rest } = call;
    const numbers = rest.map(oneNumber);
    requireChoice(values, numbers);
    if (values.compact) return removeCompact(call, numbers);
    const chosen = chosenLines(folder, values, numbers);
    requireAll(numbers, chosen, 'the draft');
    const { removed, changed, grown } = change(call, (reported) => withoutLines(reported, chosen));
    const gone = [...removed, ...changed];
    const entries = count(-grown, 'entry', 'entries');
    return Promise.resolve({
      lines: [
        gone.length === 1
          ? `${gone[0] ?? ''} is out of the draft (${entries}). Publish it with sign.`
          : `${count(removed.length, 'number')} out of the draft (${entries})${changed.length > 0 ? `; ${String(changed.length)} stay with others` : ''}. Publish it with sign.`,
      ],
      data: { ...(gone.length === 1 && { number: gone[0] }), numbers: removed, changed, removed: -grown },
    });
  },
};

const LEFT: Readonly<Record<LeftRow['why'], string>> = {
  short: 'short and emergency numbers are never reported; left out',
  official: 'an official number of the directory; left out. If callers forge it, say --allow official',
};

export const importFile: Command = {
  writes: true,
  async run(call) {
    if (call.values.compact) return importCompact(call);
    const { values, rest, folder } = call;
    const file = fileNamed('FILE', rest[0]);
    const draft = folder.draft();
    const categories = categoriesIn(draft.reported);
    const official = allowed(values).has('official') ? undefined : officialFor(folder, draft);
    const found = await readImport(file, {
      defaults: defaultsOf(values, categories),
      categories,
      columns: columnsOf(values, FIELDS),
      head: values.head,
      sheet: values.sheet,
      official: (number) => official?.has(number) ?? false,
    });
    const { grown: added } = change(call, (reported) => withLines(reported, found.lines));
    const known = found.lines.length - added;
    // A row may have several.
    const faulty = new Set(found.errors.map(({ line }) => line)).size;
    return {
      lines: [
        ...sheetLines(found.sheet),
        ...found.errors.map(
          ({ line, field, reason }) => `${file}:${String(line)}: ${field ?? 'row'}: ${reason}`,
        ),
        ...found.left.map(({ line, why }) => `${file}:${String(line)}: number: ${LEFT[why]}`),
        ...found.duplicates.map(
          ({ line, of, number }) =>
            `${file}:${String(line)}: ${number} says the same as ${/\.json$/i.test(file) ? 'entry' : 'line'} ${String(of)}; merged`,
        ),
        `${count(found.rows + found.left.length, 'row')} read: ${String(added)} new in the draft, ${String(known)} known already, ` +
          `${count(found.duplicates.length, 'duplicate')} merged, ${count(faulty, 'row')} with faults, ${String(found.left.length)} left out.`,
      ],
      data: { ...found, lines: undefined, added, known, faulty },
      // Good rows are kept; whoever runs it from a script must see that some were not.
      code: found.errors.length + found.left.length > 0 ? EXIT.refused : EXIT.done,
    };
  },
};
