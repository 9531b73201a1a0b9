/** Commands that change the draft: add, remove, import. */
import type { LeftRow } from '../../../lib/admin/reported/import-table';
import { diffReported } from '../../../lib/lists/publish/diff';
import { objectionsTo } from '../../../lib/lists/publish/guards';
import { FIELDS, RowReader, type Field } from '../../../lib/lists/publish/import-rows';
import { countOf, type ReportedState } from '../../../lib/lists/reported/state';
import { CallError, count, EXIT, needed, type Call, type Command, type Values } from '../call';
import { addCompact, importCompact, removeCompact } from './compact';
import { withLines, withoutNumber } from '../editing';
import { readImport } from '../import-file';
import { columnsOf, oneNumber } from './given';
import { withReason } from '../reasons';
import { allowed, officialFor, refuse } from './refuse';

/** What the options say of every row. */
function defaultsOf(values: Values): Partial<Record<Field, string>> {
  const { category, vi, en, authority, publisher, url, date, strength } = values;
  const given = { category, pretends_vi: vi, pretends_en: en, authority, publisher, url, date, strength };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function change({ folder, values }: Call, next: (reported: ReportedState) => ReportedState): number {
  const draft = folder.draft();
  const { reported } = draft;
  const after = next(reported);
  refuse(objectionsTo(reported, after, officialFor(folder, draft)), values);
  const { added, removed, changed } = diffReported(reported, after);
  const reasons = withReason(folder, values, [...added, ...removed, ...changed]);
  folder.commit(new Map([...folder.reportedFile(after), ...reasons]));
  return countOf(after) - countOf(reported);
}

export const add: Command = {
  writes: true,
  run(call) {
    if (call.values.compact) return addCompact(call);
    const { values, rest } = call;
    const number = oneNumber(rest[0]);
    for (const name of ['category', 'vi', 'en', 'publisher', 'url'] as const)
      needed(`--${name}`, values[name]);
    const today = new Date().toISOString().slice(0, 10);
    const row = new RowReader({ numberIn: () => number, defaults: { date: today, ...defaultsOf(values) } });
    row.push(1, {});
    const { lines, errors } = row.finish();
    const [error] = errors;
    if (error) throw new CallError(`${error.field ?? 'The entry'} ${error.reason}.`);
    const added = change(call, (reported) => withLines(reported, lines));
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
    if (call.values.compact) return removeCompact(call);
    const number = oneNumber(call.rest[0]);
    const removed = -change(call, (reported) => withoutNumber(reported, number));
    if (removed === 0) throw new Error(`${number} is not in the draft.`);
    return Promise.resolve({
      lines: [`${number} is out of the draft (${count(removed, 'entry', 'entries')}). Publish it with sign.`],
      data: { number, removed },
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
    const file = needed('FILE', rest[0]);
    const official = allowed(values).has('official') ? undefined : officialFor(folder, folder.draft());
    const found = await readImport(file, {
      defaults: defaultsOf(values),
      columns: columnsOf(values, FIELDS),
      official: (number) => official?.has(number) ?? false,
    });
    const added = change(call, (reported) => withLines(reported, found.lines));
    const known = found.lines.length - added;
    return {
      lines: [
        ...found.errors.map(
          ({ line, field, reason }) => `${file}:${String(line)}: ${field ?? 'row'}: ${reason}`,
        ),
        ...found.left.map(({ line, why }) => `${file}:${String(line)}: number: ${LEFT[why]}`),
        ...found.duplicates.map(
          ({ line, of, number }) =>
            `${file}:${String(line)}: ${number} says the same as ${/\.json$/i.test(file) ? 'entry' : 'line'} ${String(of)}; merged`,
        ),
        `${count(found.rows + found.left.length, 'row')} read: ${String(added)} new in the draft, ${String(known)} known already, ` +
          `${count(found.duplicates.length, 'duplicate')} merged, ${count(found.errors.length, 'fault')}, ${String(found.left.length)} left out.`,
      ],
      data: { ...found, lines: undefined, added, known },
      // Good rows are kept; whoever runs it from a script must see that some were not.
      code: found.errors.length + found.left.length > 0 ? EXIT.refused : EXIT.done,
    };
  },
};
