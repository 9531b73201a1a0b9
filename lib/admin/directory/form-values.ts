/** Between an entry of the directory and the fields of its form. Pure. */
import { numbersIn } from '../numbers';
import { FIELDS, type Entry, type FieldPlan, type Part } from './parts';

/** The fields of a form: a text for each, two (`name.vi`, `name.en`) for what is in both languages, and rows. */
export interface FormValues {
  readonly [field: string]: string | readonly FormValues[];
}

interface Localised {
  readonly vi: string;
  readonly en: string;
}

/** The text of a field. */
export function textAt(values: FormValues, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

/** The rows of a field. */
export function rowsAt(values: FormValues, field: string): readonly FormValues[] {
  const value = values[field];
  return typeof value === 'object' ? value : [];
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A number as the lists have it, however it is typed; what is no number stays, for the schema to name. */
function numberKey(typed: string): string {
  const [only, ...others] = numbersIn(typed);
  return only && others.length === 0 ? only.number : typed;
}

/** English is empty where nobody wrote it and it says what Vietnamese says. */
const english = ({ vi = '', en = '' }: Partial<Localised>) => (en === vi ? '' : en);

function shown({ name, kind, single, fields = [] }: FieldPlan, value: unknown): FormValues {
  switch (kind) {
    case 'localised':
    case 'localisedLong': {
      const written = (value ?? {}) as Partial<Localised>;
      return { [`${name}.vi`]: written.vi ?? '', [`${name}.en`]: english(written) };
    }
    case 'sentences': {
      const sentences = (value ?? []) as readonly Localised[];
      const joined = (all: readonly string[]) => all.join('\n').trimEnd();
      return {
        [`${name}.vi`]: joined(sentences.map(({ vi }) => vi)),
        [`${name}.en`]: joined(sentences.map(english)),
      };
    }
    case 'rows': {
      const rows = single ? [value].filter((one) => one !== undefined) : ((value ?? []) as unknown[]);
      return { [name]: rows.map((row) => fieldValues(fields, row as object)) };
    }
    case 'words':
    case 'numbers':
      return { [name]: ((value ?? []) as readonly string[]).join('\n') };
    case 'tick':
      return { [name]: value === false ? '' : 'yes' };
    default:
      return { [name]: typeof value === 'string' ? value : '' };
  }
}

/** The values of fields for what they describe; of a new one where it is absent. */
export function fieldValues(fields: readonly FieldPlan[], entry: object | undefined): FormValues {
  const known: Readonly<Record<string, unknown>> = { ...entry };
  return Object.assign({}, ...fields.map((plan) => shown(plan, known[plan.name]))) as FormValues;
}

/** The values of the form of an entry; of a new one where it is absent. */
export function valuesOf(part: Part, entry: Entry | undefined): FormValues {
  return fieldValues(FIELDS[part], entry);
}

/**
 * English says what Vietnamese says where nobody wrote it; English alone stays, for the schema to refuse. Undefined where
 * neither is written.
 */
function localised(vi: string, en: string): Localised | undefined {
  const [own, other] = [vi.trim(), en.trim()];
  return own === '' && other === '' ? undefined : { vi: own, en: other || own };
}

function typed({ name, kind, single, fields = [] }: FieldPlan, values: FormValues): unknown {
  const text = textAt(values, name).trim();
  const [vi, en] = [textAt(values, `${name}.vi`), textAt(values, `${name}.en`)];
  switch (kind) {
    case 'localised':
    case 'localisedLong':
      return localised(vi, en);
    case 'sentences': {
      // Line by line: an empty line of English leaves that sentence to Vietnamese.
      const [own, others] = [vi.split('\n'), en.split('\n')];
      const all = Array.from({ length: Math.max(own.length, others.length) }, (_, at) =>
        localised(own[at] ?? '', others[at] ?? ''),
      );
      return all.filter((one) => one !== undefined);
    }
    case 'rows': {
      const rows = rowsAt(values, name).map((row) => typedFields(fields, row));
      return single ? rows[0] : rows;
    }
    case 'words':
      return lines(text);
    case 'numbers':
      return lines(text).map(numberKey);
    case 'tick':
      return text !== '';
    case 'number':
      return text === '' ? undefined : numberKey(text);
    default:
      return text === '' ? undefined : text;
  }
}

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);

function typedFields(fields: readonly FieldPlan[], values: FormValues): Readonly<Record<string, unknown>> {
  const all = fields.map((plan) => ({ plan, value: typed(plan, values) }));
  // What is required and empty stays, for the schema to name.
  const told = all.filter(({ plan, value }) => !isEmpty(value) || plan.required);
  return Object.fromEntries(told.map(({ plan, value }) => [plan.name, value]));
}

/** The entry that the form of a part gives; the schema has not seen it yet. */
export function entryFields(part: Part, values: FormValues): Readonly<Record<string, unknown>> {
  return typedFields(FIELDS[part], values);
}
