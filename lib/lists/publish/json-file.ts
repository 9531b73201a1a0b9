import { utf8, type Bytes } from '../feed/bytes';

/** The JSON of a value with a line break at its end: the same bytes for the same value. */
export function jsonFile(value: unknown): Bytes {
  return utf8(`${JSON.stringify(value)}\n`);
}
