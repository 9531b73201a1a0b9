/** Edits of the directory: each gives a new, whole, valid directory, or says what is wrong. Pure. */
import { ListError } from '../../lists/list-error';
import { parseDirectory, type Directory } from '../../lists/schema-directory';
import { compareVersions } from '../../lists/versions';
import { nextVersion } from '../../lists/publish/versions';
import { numbersIn } from '../numbers';
import { FIELDS, keyOf, type Entry, type FieldPlan, type Part } from './parts';

/** The fields of a form: a text for each, two for what is in both languages. */
export type FormValues = Readonly<Record<string, string>>;

export type DirectoryResult =
  | { readonly directory: Directory }
  /** Path inside the directory such as `hotlines.3.number`, and what is wrong there. */
  | { readonly problem: string };

interface Localised {
  readonly vi: string;
  readonly en: string;
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

type Notice = Directory['notices'][number];

/** Cells of a line, parted by bars. */
const cells = (line: string) => line.split('|').map((cell) => cell.trim());

/** A number as the lists have it, however it is typed; what is no number stays, for the schema to name. */
function numberKey(typed: string): string {
  const [only, ...others] = numbersIn(typed);
  return only && others.length === 0 ? only.number : typed;
}

function contactLine({ label, number }: Notice['contacts'][number]): string {
  return [label.vi, label.en, number ?? ''].join(' | ');
}

function sourceLine({ publisher, url, date }: Notice['sources'][number]): string {
  return [publisher, url, date ?? ''].join(' | ');
}

/** Contacts of lines; one whose line is as before keeps what the line does not show. */
function contactsOf(text: string, before: Notice['contacts'] = []): unknown[] {
  return lines(text).map((line) => {
    const known = before.find((contact) => contactLine(contact) === line);
    const [vi = '', en = '', number = ''] = cells(line);
    return (
      known ?? { label: { vi, en: en || vi }, ...(number && { number: numberKey(number) }), printed: true }
    );
  });
}

function sourcesOf(text: string): unknown[] {
  return lines(text).map((line) => {
    const [publisher = '', url = '', date = ''] = cells(line);
    return { publisher, url, ...(date && { date }) };
  });
}

/** The values of a form for an entry. */
export function valuesOf(part: Part, entry: Entry | undefined): FormValues {
  const known: Readonly<Record<string, unknown>> = { ...entry };
  const values: Record<string, string> = {};
  for (const { name, kind } of FIELDS[part]) {
    const value = known[name];
    if (kind === 'sentences') {
      const sentences = (value as readonly Localised[] | undefined) ?? [];
      values[`${name}.vi`] = sentences.map(({ vi }) => vi).join('\n');
      values[`${name}.en`] = sentences.map(({ en }) => en).join('\n');
    } else if (kind === 'localised' || kind === 'localisedLong') {
      const text = value as Localised | undefined;
      values[`${name}.vi`] = text?.vi ?? '';
      values[`${name}.en`] = text?.en ?? '';
    } else if (kind === 'contacts') {
      values[name] = ((value as Notice['contacts'] | undefined) ?? []).map(contactLine).join('\n');
    } else if (kind === 'sources') {
      values[name] = ((value as Notice['sources'] | undefined) ?? []).map(sourceLine).join('\n');
    } else if (kind === 'words') values[name] = ((value as readonly string[] | undefined) ?? []).join('\n');
    else values[name] = typeof value === 'string' ? value : '';
  }
  return values;
}

function fieldValue({ name, kind }: FieldPlan, values: FormValues, before: Entry | undefined): unknown {
  const text = (key: string) => (values[key] ?? '').trim();
  const [vi, en] = [text(`${name}.vi`), text(`${name}.en`)];
  if (kind === 'localised' || kind === 'localisedLong') return vi === '' ? undefined : { vi, en: en || vi };
  if (kind === 'sentences') {
    const english = lines(en);
    return lines(vi).map((line, at) => ({ vi: line, en: english[at] ?? line }));
  }
  if (kind === 'contacts') return contactsOf(text(name), (before as Notice | undefined)?.contacts);
  if (kind === 'sources') return sourcesOf(text(name));
  if (name === 'number' && text(name) !== '') return numberKey(text(name));
  if (kind === 'words') {
    const words = lines(text(name));
    return words.length === 0 ? undefined : words;
  }
  return text(name) === '' ? undefined : text(name);
}

function parsed(directory: unknown): DirectoryResult {
  try {
    return { directory: parseDirectory(directory) };
  } catch (error) {
    if (error instanceof ListError) return { problem: `${error.place}: ${error.message}` };
    throw error;
  }
}

function dated(directory: Directory, now: number): Directory {
  const version = nextVersion(directory.version, now);
  const newer = compareVersions(version, directory.version) > 0 ? version : directory.version;
  return { ...directory, version: newer, published: new Date(now).toISOString().slice(0, 10) };
}

/**
 * The directory with an entry as the form has it; fields that the form does not show stay as they were. `before`: the
 * entry that is changed; absent for a new one. `now`: milliseconds since 1970.
 */
export function setEntry(
  directory: Directory,
  part: Part,
  before: Entry | undefined,
  values: FormValues,
  now: number,
): DirectoryResult {
  const shown = FIELDS[part].map((plan) => [plan.name, fieldValue(plan, values, before)] as const);
  const merged = Object.entries({ ...before, ...Object.fromEntries(shown) });
  const entry = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  const all: readonly Entry[] = directory[part];
  const next = before ? all.map((one) => (one === before ? entry : one)) : [...all, entry];
  return parsed({ ...dated(directory, now), [part]: next });
}

/** The directory without an entry; refused while others name it. */
export function removeEntry(directory: Directory, part: Part, entry: Entry, now: number): DirectoryResult {
  const all: readonly Entry[] = directory[part];
  return parsed({ ...dated(directory, now), [part]: all.filter((one) => one !== entry) });
}

/** Entries of a part whose words hold a text. */
export function findEntries(directory: Directory, part: Part, text: string): readonly Entry[] {
  const word = text.trim().toLowerCase().normalize('NFC');
  const all: readonly Entry[] = directory[part];
  if (word === '') return all;
  return all.filter((entry) => `${keyOf(entry)} ${JSON.stringify(entry)}`.toLowerCase().includes(word));
}
