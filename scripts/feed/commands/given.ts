/** What a call gives, read. */
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
