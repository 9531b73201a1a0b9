import * as v from 'valibot';
import { ListError } from './list-error';
import { KNOWN_FORMAT } from './schema-parts';

function formatOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
}

/** The typed value of a list's JSON; throws ListError with the place of the first fault. */
export function parseList<Schema extends v.GenericSchema>(
  name: string,
  schema: Schema,
  json: unknown,
): v.InferOutput<Schema> {
  const format = formatOf(json);
  if (typeof format === 'number' && format > KNOWN_FORMAT) {
    throw new ListError(
      'ERR_LIST_FORMAT_NEWER',
      `${name}.format`,
      `The list has format ${String(format)}; this version reads up to ${String(KNOWN_FORMAT)}.`,
      'Update the extension; the lists at hand stay in use.',
    );
  }
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = v.getDotPath(issue);
  throw new ListError(
    'ERR_LIST_SCHEMA',
    path === null ? name : `${name}.${path}`,
    `The value ${issue.message}.`,
    'Correct this entry and publish the list again.',
  );
}
