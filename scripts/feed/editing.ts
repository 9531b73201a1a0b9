/** What the commands do to the draft. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedContent } from '../../lib/lists/publish/content';
import { readLine, stateOf, stateOfEntries, type ReportedState } from '../../lib/lists/reported/state';
import { parseDirectory } from '../../lib/lists/schema-directory';
import { parseReported } from '../../lib/lists/schema-reported';
import { parseSitePack } from '../../lib/lists/schema-site-pack';
import { compareVersions } from '../../lib/lists/versions';
import { findNumbers } from '../../lib/numbers/find-numbers';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';
import { fold } from '../../lib/text/fold';

/** The content that a folder of lists holds: directory.json, phrase-pack.json, site-pack.json, reported.json. */
export function contentFrom(folder: string, name: string): FeedContent {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const [directory, phrasePack, sitePack] = ['directory', 'phrase-pack', 'site-pack'].map((list) =>
    json(`${list}.json`),
  );
  const reported = parseReported(json('reported.json'));
  parsePhrasePack(phrasePack);
  const lists = [parseDirectory(directory), parseSitePack(sitePack), reported];
  // The version of the whole is the newest of its lists.
  const newest = lists.reduce((a, b) => (compareVersions(b.version, a.version) > 0 ? b : a));
  const published =
    lists
      .map((list) => list.published)
      .sort()
      .at(-1) ?? newest.published;
  return {
    info: { format: 1, version: newest.version, published, name: { vi: name, en: name } },
    // As they were written: what a later version of this code would add is not lost on the way.
    directory,
    phrasePack,
    sitePack,
    reported: stateOfEntries(reported.reports),
  };
}

/** The number in a text such as `0292 3899588` or `+842923899588`; undefined where there is none, or more than one. */
export function numberIn(text: string): string | undefined {
  const trimmed = text.trim();
  // Short codes stand in no text as numbers; the guards must see them.
  if (/^\d{3,5}$/.test(trimmed)) return trimmed;
  const { numbers } = findNumbers(fold(trimmed));
  const [only] = numbers;
  return only && numbers.length === 1 ? only.number : undefined;
}

function pairs(state: ReportedState): (readonly [string, string])[] {
  return [...state].flatMap(([number, lines]) => lines.map((line) => [number, line] as const));
}

/** Ids of the categories of a list. */
export function categoriesIn(state: ReportedState): ReadonlySet<string> {
  return new Set(pairs(state).map(([, line]) => readLine(line).category));
}

/** A state with more entries. */
export function withLines(state: ReportedState, lines: readonly string[]): ReportedState {
  return stateOf([...pairs(state), ...lines.map((line) => [readLine(line).number, line] as const)]);
}

/** A state without these lines; a number that has no others goes. */
export function withoutLines(
  state: ReportedState,
  gone: ReadonlyMap<string, readonly string[]>,
): ReportedState {
  const next = new Map(state);
  for (const [number, lines] of gone) {
    const left = (state.get(number) ?? []).filter((line) => !lines.includes(line));
    if (left.length > 0) next.set(number, left);
    else next.delete(number);
  }
  return next;
}
