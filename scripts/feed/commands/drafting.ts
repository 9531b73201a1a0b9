/** Commands that change the draft: add, remove, import. */
import {
  CONFIRMABLE,
  objectionsTo,
  officialNumbers,
  standing,
  type Objection,
} from '../../../lib/lists/publish/guards';
import { FIELDS, RowReader, type Field } from '../../../lib/lists/publish/import-rows';
import { PublishError } from '../../../lib/lists/publish/publish-error';
import { countOf, type ReportedState } from '../../../lib/lists/reported/state';
import { parseDirectory } from '../../../lib/lists/schema-directory';
import { CallError, ConfirmError, count, needed, type Call, type Command, type Values } from '../call';
import { numberIn, readImport, withLines, withoutNumber } from '../editing';

const WHY: Readonly<Record<Objection['code'], string>> = {
  'short-code': 'Short and emergency numbers are never reported',
  official: 'These are official numbers of the directory; if callers forge them, say --allow official',
  removal: 'This removes more than a tenth of the numbers; if it is meant, say --allow removal',
  addition: 'This adds more than 500 numbers; if it is meant, say --allow addition',
};

function sentence({ code, numbers }: Objection): string {
  const some = numbers.slice(0, 5).join(', ');
  const rest = numbers.length > 5 ? ` and ${String(numbers.length - 5)} more` : '';
  return `${WHY[code]}: ${some}${rest}.`;
}

function allowed(values: Values): ReadonlySet<string> {
  const names = (values.allow ?? []).flatMap((name) => name.split(','));
  for (const name of names) {
    if (!CONFIRMABLE.some((one) => one === name))
      throw new CallError(`--allow is "${name}": it must be one of ${CONFIRMABLE.join(', ')}.`);
  }
  return new Set(names);
}

/** Refuses a change of the reported numbers that was not allowed by name. Throws ConfirmError or PublishError. */
export function guard(from: ReportedState, to: ReportedState, directory: unknown, values: Values): void {
  const official = officialNumbers(directory === undefined ? undefined : parseDirectory(directory));
  const open = standing(objectionsTo(from, to, official), allowed(values));
  if (open.length === 0) return;
  const message = open.map(sentence).join('\n');
  if (open.some(({ code }) => code === 'short-code')) throw new PublishError('ERR_PUBLISH_GUARD', message);
  throw new ConfirmError(message, open);
}

/** What the options say of every row. */
function defaultsOf(values: Values): Partial<Record<Field, string>> {
  const { category, vi, en, authority, publisher, url, date, strength } = values;
  const given = { category, pretends_vi: vi, pretends_en: en, authority, publisher, url, date, strength };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function columnsOf(values: Values): Partial<Record<Field, string>> {
  const pairs = (values.columns ?? []).map((pair) => {
    const [name = '', column = ''] = pair.split(/=(.*)/s);
    const field = FIELDS.find((one) => one === name);
    if (!field || column === '')
      throw new CallError(
        `--columns is "${pair}": it must be FIELD=COLUMN, FIELD one of ${FIELDS.join(', ')}.`,
      );
    return [field, column] as const;
  });
  return Object.fromEntries(pairs);
}

function change({ folder, values }: Call, next: (reported: ReportedState) => ReportedState): number {
  const { reported, directory } = folder.draft();
  const after = next(reported);
  guard(reported, after, directory, values);
  folder.writeReported(after);
  return countOf(after) - countOf(reported);
}

function oneNumber(text: string | undefined): string {
  const number = numberIn(needed('NUMBER', text));
  if (number === undefined) throw new CallError(`"${text ?? ''}" is not one phone number.`);
  return number;
}

export const add: Command = {
  writes: true,
  run(call) {
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
    const number = oneNumber(call.rest[0]);
    const removed = -change(call, (reported) => withoutNumber(reported, number));
    if (removed === 0) throw new Error(`${number} is not in the draft.`);
    return Promise.resolve({
      lines: [`${number} is out of the draft (${count(removed, 'entry', 'entries')}). Publish it with sign.`],
      data: { number, removed },
    });
  },
};

export const importFile: Command = {
  writes: true,
  run(call) {
    const { values, rest } = call;
    const file = needed('FILE', rest[0]);
    const found = readImport(file, { numberIn, defaults: defaultsOf(values), columns: columnsOf(values) });
    const added = change(call, (reported) => withLines(reported, found.lines));
    const known = found.lines.length - added;
    return Promise.resolve({
      lines: [
        ...found.errors.map(
          ({ line, field, reason }) => `${file}:${String(line)}: ${field ?? 'row'}: ${reason}`,
        ),
        ...found.duplicates.map(
          ({ line, of, number }) =>
            `${file}:${String(line)}: ${number} says the same as line ${String(of)}; merged`,
        ),
        `${count(found.rows, 'row')} read: ${String(added)} new in the draft, ${String(known)} known already, ` +
          `${count(found.duplicates.length, 'duplicate')} merged, ${count(found.errors.length, 'fault')}.`,
      ],
      data: { ...found, lines: undefined, added, known },
      // Good rows are kept; whoever runs it from a script must see that some were not.
      code: found.errors.length > 0 ? 1 : 0,
    });
  },
};
