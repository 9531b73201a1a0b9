/** Commands that change the compact set of the draft: add, edit, remove and import with --compact. */
import type { PublishedNumbers } from '../../../lib/lists/publish/content';
import { countNumbers, diffNumbers } from '../../../lib/lists/publish/diff';
import { objectionsToChange } from '../../../lib/lists/publish/guards';
import {
  COMPACT_FIELDS,
  CompactReader,
  type CompactField,
  type CompactImport,
} from '../../../lib/lists/publish/import-compact';
import { readTable } from '../../../lib/lists/publish/import-csv';
import { CallError, count, needed, type Answer, type Call, type Values } from '../call';
import { chosenNumbers, removalOf } from '../choosing-compact';
import { numberIn } from '../editing';
import { sheetLines, tableIn } from '../table-file';
import { changeNumbers } from '../numbers';
import { withReason } from '../reasons';
import { columnsOf, fileNamed, oneNumber, requireAll } from './given';
import { officialFor, refuse } from './refuse';

function defaultsOf(values: Values): Partial<Record<CompactField, string>> {
  const { category, first, last, count: reports, status } = values;
  const given = {
    category,
    first,
    last: last ?? new Date().toISOString().slice(0, 7),
    count: reports,
    status,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Changes the draft, guarded as every change of numbers. Gives what came, went and changed. */
async function changeCompact(
  call: Call,
  edit: (before: PublishedNumbers) => Pick<CompactImport, 'changes' | 'categories'>,
) {
  const { folder, values } = call;
  const official = officialFor(folder, folder.draft());
  const { from, to } = await changeNumbers(folder, edit, (before, after) => {
    const diff = diffNumbers(before.blocks, after.blocks);
    refuse(objectionsToChange(diff, countNumbers(before.blocks), official), values);
    return withReason(folder, values, [...diff.added, ...diff.removed, ...diff.changed], true);
  });
  const { added, removed, changed } = diffNumbers(from.blocks, to.blocks);
  return {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    held: countNumbers(to.blocks),
  };
}

export async function addCompact(call: Call): Promise<Answer> {
  const number = oneNumber(call.rest.join(' '));
  needed('--category', call.values.category);
  const data = await changeCompact(call, ({ categories }) => {
    const reader = new CompactReader({
      numberIn: () => number,
      defaults: defaultsOf(call.values),
      categories,
    });
    reader.push(1, {});
    const found = reader.finish();
    const [error] = found.errors;
    if (error) throw new CallError(`${error.field ?? 'The entry'}: ${error.reason}.`);
    return found;
  });
  const stood = data.added + data.changed === 0;
  return {
    lines: [
      stood
        ? `${number} stands so already.`
        : `${number} is in the draft's compact set. Publish it with sign.`,
    ],
    data: { number, ...data },
  };
}

/** Takes numbers out that a call names or `--where` chooses. */
export async function removeCompact(call: Call, numbers: readonly string[]): Promise<Answer> {
  const data = await changeCompact(call, (before) => {
    const rows = [...chosenNumbers(before, call.values, numbers)];
    requireAll(numbers, new Set(rows.map(({ number }) => number)), 'the compact set');
    return { categories: before.categories, changes: removalOf(rows) };
  });
  const [number] = numbers;
  return {
    lines: [
      number !== undefined && numbers.length === 1
        ? `${number} is out of the draft's compact set. Publish it with sign.`
        : `${count(data.removed, 'number')} out of the draft's compact set. Publish it with sign.`,
    ],
    data: { ...(numbers.length === 1 && { number }), ...data },
  };
}

/** Changes category, months, count or status of numbers that a call names or `--where` chooses. */
export async function editCompact(call: Call, numbers: readonly string[]): Promise<Answer> {
  const { category, first, last, count: reports, status } = call.values;
  const entries = Object.entries({ category, first, last, count: reports, status });
  const filled = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  if (Object.keys(filled).length === 0)
    throw new CallError('Say what changes: --category, --first, --last, --count, --status.');
  const data = await changeCompact(call, (before) => {
    const rows = [...chosenNumbers(before, call.values, numbers)];
    requireAll(numbers, new Set(rows.map(({ number }) => number)), 'the compact set');
    const reader = new CompactReader({ numberIn: (number) => number, categories: before.categories });
    for (const row of rows) reader.push(1, { ...row, ...filled });
    const found = reader.finish();
    const [error] = found.errors;
    if (error) throw new CallError(`${error.field ?? 'The entry'}: ${error.reason}. Nothing was changed.`);
    return found;
  });
  return {
    lines: [`${count(data.changed, 'number')} changed in the draft's compact set. Publish it with sign.`],
    data,
  };
}

export async function importCompact(call: Call): Promise<Answer> {
  const { values, rest } = call;
  const file = fileNamed('FILE', rest[0]);
  const columns = columnsOf(values, COMPACT_FIELDS);
  const table = await tableIn(file, {
    columns: Object.values(columns),
    head: values.head,
    sheet: values.sheet,
  });
  let found: CompactImport | undefined;
  const data = await changeCompact(call, ({ categories }) => {
    const reader = new CompactReader({ numberIn, defaults: defaultsOf(values), categories });
    readTable(table, COMPACT_FIELDS, columns, reader);
    found = reader.finish();
    return found;
  });
  const { rows = 0, errors = [], overwritten = 0 } = found ?? {};
  const faulty = new Set(errors.map(({ line }) => line)).size;
  return {
    lines: [
      ...sheetLines(table.sheet),
      ...errors.map(({ line, field, reason }) => `${file}:${String(line)}: ${field ?? 'row'}: ${reason}`),
      `${count(rows, 'row')} read: ${String(data.added)} new in the draft's compact set, ${String(data.changed)} changed, ` +
        `${String(overwritten)} overwritten by later rows, ${count(faulty, 'row')} with faults; it holds ${String(data.held)}.`,
    ],
    data: { ...data, rows, errors, faulty, overwritten, ...(table.sheet && { sheet: table.sheet }) },
    // Good rows are kept; whoever runs it from a script must see that some were not.
    code: errors.length > 0 ? 1 : 0,
  };
}
