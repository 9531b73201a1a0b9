/**
 * A feed's reported entries as a set with one spelling: a line of canonical JSON for each entry, lines sorted by number
 * and then by text. Its SHA-256 binds deltas to what they change.
 */
import { canonicalize } from '@tufjs/canonical-json';
import * as v from 'valibot';
import { sha256, utf8, type Bytes } from '../feed/bytes';
import { FeedError } from '../feed/feed-error';
import { reportedEntry, type ReportedEntry } from '../schema-reported';

/** Lines by number; lines and numbers in order. */
export type ReportedState = ReadonlyMap<string, readonly string[]>;

/** Most entries of one feed. */
export const MAX_ENTRIES = 100_000;

/** The line of an entry. */
export function lineOf(entry: ReportedEntry): string {
  return canonicalize(entry);
}

/** The entry of a line. Throws FeedError ERR_FEED_CONTENT where it is none, or is not in its one spelling. */
export function readLine(line: string): ReportedEntry {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    throw new FeedError('ERR_FEED_CONTENT', 'reported', 'a line is no JSON.', error);
  }
  const entry = v.safeParse(reportedEntry, json, { abortEarly: true });
  if (!entry.success) throw new FeedError('ERR_FEED_CONTENT', 'reported', entry.issues[0].message);
  // Invented entries belong to the practice pages alone.
  if (entry.output.practice !== undefined || lineOf(entry.output) !== line) {
    throw new FeedError('ERR_FEED_CONTENT', 'reported', 'a line has parts that are not known.');
  }
  return entry.output;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The set of entries, each once. Linear but for the sorting. */
export function stateOf(entries: Iterable<readonly [number: string, line: string]>): ReportedState {
  const lines = new Map<string, Set<string>>();
  for (const [number, line] of entries) {
    const known = lines.get(number);
    if (known) known.add(line);
    else lines.set(number, new Set([line]));
  }
  return new Map(
    [...lines.keys()].sort(byText).map((number) => [number, [...(lines.get(number) ?? [])].sort(byText)]),
  );
}

/** The state of entries. */
export function stateOfEntries(entries: Iterable<ReportedEntry>): ReportedState {
  return stateOf(Array.from(entries, (entry) => [entry.number, lineOf(entry)] as const));
}

/** The whole set as text, a line break behind every line. */
export function stateBytes(state: ReportedState): Bytes {
  return utf8(
    [...state.values()]
      .flat()
      .map((line) => `${line}\n`)
      .join(''),
  );
}

/** SHA-256 of the whole set; with the hash of the compact set where the feed has one beside the entries. */
export async function stateHash(state: ReportedState, numbers?: string): Promise<string> {
  const entries = await sha256(stateBytes(state));
  return numbers === undefined ? entries : sha256(utf8(`${entries}\n${numbers}\n`));
}

/** How many reports a state holds. */
export function countOf(state: ReportedState): number {
  let count = 0;
  for (const lines of state.values()) count += lines.length;
  return count;
}

/** The set in files of at most `max` bytes, cut between lines. */
export function chunksOf(state: ReportedState, max: number): Bytes[] {
  const chunks: Bytes[] = [];
  let lines: string[] = [];
  let size = 0;
  const close = () => {
    if (lines.length > 0) chunks.push(utf8(lines.join('')));
    [lines, size] = [[], 0];
  };
  for (const line of [...state.values()].flat()) {
    const length = utf8(line).length + 1;
    if (size + length > max) close();
    lines.push(`${line}\n`);
    size += length;
  }
  close();
  return chunks;
}

/** Number and line of every entry of a chunk. Throws FeedError ERR_FEED_CONTENT. */
export function readChunk(text: string): (readonly [string, string])[] {
  if (text !== '' && !text.endsWith('\n'))
    throw new FeedError('ERR_FEED_CONTENT', 'reported', 'a line is cut off.');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => [readLine(line).number, line] as const);
}
