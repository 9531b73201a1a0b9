/** The reported list: numbers that people or authorities reported, each with its source. */
import * as v from 'valibot';
import { parseList } from './parse-list';
import { category, header, httpsUrl, isoDate, listOf, localisedText, numberKey, text } from './schema-parts';

export const reportedEntry = v.object({
  number: numberKey,
  category,
  /** Whom the callers pretended to be and what they wanted. */
  pretends: localisedText(400),
  /** The authority that warned; absent where only a paper printed a list. */
  authority: v.optional(text(200)),
  publisher: text(200),
  url: httpsUrl,
  date: isoDate,
  strength: v.picklist(['strong', 'weak'], 'is neither strong nor weak'),
  /** Set by the practice pages alone, for their invented numbers. */
  practice: v.optional(v.boolean()),
});

/** One document holds at most this many entries. */
export const MAX_REPORTS = 50_000;

const reportedList = v.object({
  ...header,
  reports: listOf(reportedEntry, MAX_REPORTS),
});

/** One report of one number. */
export type ReportedEntry = v.InferOutput<typeof reportedEntry>;
export type ReportedList = v.InferOutput<typeof reportedList>;

/** The reported list of a JSON value; throws ListError. */
export function parseReported(json: unknown): ReportedList {
  return parseList('reported', reportedList, json);
}
