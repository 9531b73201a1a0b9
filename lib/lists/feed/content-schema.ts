/** What the targets of a feed say of themselves: `feed.json` and `reported.json`. */
import * as v from 'valibot';
import { MAX_CATEGORIES } from '../compact/record';
import { category, isoDate, localisedText, text, version } from '../schema-parts';
import { textOf, type Bytes } from './bytes';
import { FeedError } from './feed-error';

/** What a person may let a feed bring. */
export const SCOPES = ['reported', 'directory', 'packs'] as const;
export type Scope = (typeof SCOPES)[number];

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const name = v.pipe(v.string(), v.maxLength(120));

const FeedInfo = v.object({
  format: v.literal(1),
  version,
  published: isoDate,
  name: localisedText(120),
  /** Where a wrong entry can be reported: an address, a number. */
  contact: v.optional(text(200)),
});
export type FeedInfo = v.InferOutput<typeof FeedInfo>;

const ReportedIndex = v.object({
  format: v.literal(1),
  /** SHA-256 of the whole set. */
  state: hash,
  /** The compact set, where the feed has one: its hash, and what the categories of its records are called. */
  numbers: v.optional(
    v.object({
      state: hash,
      categories: v.pipe(v.array(category), v.maxLength(MAX_CATEGORIES)),
    }),
  ),
  base: v.object({
    state: hash,
    chunks: v.pipe(v.array(name), v.maxLength(200)),
    numbers: v.optional(v.object({ state: hash, files: v.pipe(v.array(name), v.maxLength(200)) })),
  }),
  /** Each leads from one state to the next; any of them may be left out. */
  deltas: v.pipe(v.array(v.object({ from: hash, to: hash, file: name })), v.maxLength(500)),
});
export type ReportedIndex = v.InferOutput<typeof ReportedIndex>;

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  place: string,
  bytes: Bytes,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, readJson(place, bytes), { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new FeedError('ERR_FEED_CONTENT', place, `${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

/** The JSON of a verified target. Throws FeedError ERR_FEED_CONTENT. */
export function readJson(place: string, bytes: Bytes): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch (error) {
    throw new FeedError('ERR_FEED_CONTENT', place, 'it is no JSON.', error);
  }
}

/** Throws FeedError ERR_FEED_CONTENT. */
export function readFeedInfo(bytes: Bytes): FeedInfo {
  return read(FeedInfo, 'feed.json', bytes);
}

/** Throws FeedError ERR_FEED_CONTENT. */
export function readReportedIndex(bytes: Bytes): ReportedIndex {
  return read(ReportedIndex, 'reported.json', bytes);
}
