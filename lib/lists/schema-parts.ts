/** Pieces that the schemas of the lists share: bounded texts, numbers, dates, addresses. */
import * as v from 'valibot';
import { isIsoDate } from './dates';

/** The newest format of every list that this code reads. */
export const KNOWN_FORMAT = 1;

/** A text of 1 to `max` UTF-16 units with no blank ends and no control characters. */
export function text(max: number) {
  return v.pipe(
    v.string(),
    v.minLength(1, 'is empty'),
    v.maxLength(max, `is longer than ${String(max)} characters`),
    // Control characters and bidi overrides could hide or reorder what a person reads.
    v.check((value) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(value), 'has control characters'),
    v.check((value) => value.trim() === value, 'has blanks at its ends'),
  );
}

/** A text in both languages of the interface. */
export function localisedText(max: number) {
  return v.object({ vi: text(max), en: text(max) });
}

/** Lower-case id such as `ct-notice`. */
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/, 'is no id'));

/**
 * A number in the form of lookups: E.164 for subscriber numbers, bare digits for 1800/1900 and short codes.
 * Fixed lines of Vietnam have nine digits after +842: one with a digit missing is refused, never repaired.
 */
export const numberKey = v.pipe(
  v.string(),
  v.regex(
    /^(?:\+842\d{9}|\+84[35789]\d{8}|\+846\d{6,9}|\+(?!84|0)\d{7,15}|1[89]00\d{4,6}|(?!1[89]00)[1-9]\d{2,4})$/,
    'is no number in E.164 form, 1800/1900 number or short code',
  ),
);

/** What a report is about, such as `bank_impersonation`. */
export const category = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'is no category'));

/** An ISO date as exact as its source. */
export const isoDate = v.pipe(v.string(), v.check(isIsoDate, 'is no ISO date (2024, 2024-03 or 2024-03-05)'));

/** An https address. */
export const httpsUrl = v.pipe(
  v.string(),
  v.maxLength(500, 'is longer than 500 characters'),
  v.startsWith('https://', 'does not begin with https://'),
  v.url('is no address'),
  v.check((value) => !/[\s\\]/u.test(value), 'has blanks or backslashes'),
);

/** A host name such as `cantho.gov.vn`, lower case, at least two labels. */
export const hostName = v.pipe(
  v.string(),
  v.maxLength(253, 'is longer than 253 characters'),
  v.regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/, 'is no host name'),
);

/** Version of a list: its day, and a count where a day has several (`2026.11.25`, `2026.11.25.2`). */
export const version = v.pipe(
  v.string(),
  v.regex(/^\d{4}\.\d{1,2}\.\d{1,2}(?:\.\d{1,4})?$/, 'is no version such as 2026.11.25'),
);

/** Who printed a fact, where and when. */
export const source = {
  publisher: text(200),
  url: httpsUrl,
  date: v.optional(isoDate),
};

/** What every list begins with. */
export const header = {
  format: v.literal(KNOWN_FORMAT, 'is no known format'),
  version,
  published: isoDate,
};

/** A list of at most `max` entries. */
export function listOf<const Entry extends v.GenericSchema>(entry: Entry, max: number, min = 0) {
  return v.pipe(
    v.array(entry),
    v.minLength(min, 'has too few entries'),
    v.maxLength(max, `has more than ${String(max)} entries`),
  );
}

/** A list of at most `max` entries, no two with the same key. */
export function keyedList<const Entry extends v.GenericSchema>(
  entry: Entry,
  max: number,
  key: (entry: v.InferOutput<Entry>) => string,
) {
  return v.pipe(
    listOf(entry, max),
    v.check((entries) => new Set(entries.map(key)).size === entries.length, 'names the same entry twice'),
  );
}
