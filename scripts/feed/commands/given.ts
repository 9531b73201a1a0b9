/** What a call gives, read. */
import { readFileSync, statSync } from 'node:fs';
import { CallError, needed, type Values } from '../call';
import { numberIn } from '../editing';

/** Names of columns, by the fields that they hold. */
export function columnsOf<Name extends string>(
  values: Values,
  fields: readonly Name[],
): Partial<Record<Name, string>> {
  const pairs = (values.columns ?? []).map((pair) => {
    const [name = '', column = ''] = pair.split(/=(.*)/s);
    const field = fields.find((one) => one === name);
    if (!field || column === '')
      throw new CallError(
        `--columns is "${pair}": it must be FIELD=COLUMN, FIELD one of ${fields.join(', ')}.`,
      );
    return [field, column] as const;
  });
  return Object.fromEntries(pairs) as Partial<Record<Name, string>>;
}

/** The name of a file that a call gives. Throws CallError where there is none. */
export function fileNamed(name: string, path: string | undefined): string {
  const file = needed(name, path);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new CallError(`There is no file ${file}.`);
  return file;
}

/** What is in the file of --proposal. Throws CallError where there is none. */
export function fileAt(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(fileNamed('--proposal', path)));
}

/** The number that a call names. */
export function oneNumber(text: string | undefined): string {
  const number = numberIn(needed('NUMBER', text));
  if (number === undefined) throw new CallError(`"${text ?? ''}" is not one phone number.`);
  return number;
}

/** Holds that every number that a call names is there, and that something is. */
export function requireAll(
  numbers: readonly string[],
  there: { readonly has: (number: string) => boolean; readonly size: number },
  where: string,
): void {
  const missing = numbers.filter((number) => !there.has(number));
  if (missing.length > 0) throw new Error(`${missing.join(', ')}: not in ${where}. Nothing was changed.`);
  if (there.size === 0) throw new Error(`Nothing in ${where} is so. Nothing was changed.`);
}
