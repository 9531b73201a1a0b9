/** What the commands do to the draft. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedContent } from '../../lib/lists/publish/content';
import {
  lineOf,
  readLine,
  stateOf,
  stateOfEntries,
  type ReportedState,
} from '../../lib/lists/reported/state';
import { parseDirectory } from '../../lib/lists/schema-directory';
import { parseReported } from '../../lib/lists/schema-reported';
import { parseSitePack } from '../../lib/lists/schema-site-pack';
import { findNumbers } from '../../lib/numbers/find-numbers';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';
import { fold } from '../../lib/text/fold';
import type { FeedFolder } from './folder';

/** The content that a folder of lists holds: directory.json, phrase-pack.json, site-pack.json, reported.json. */
export function contentFrom(folder: string, name: string): FeedContent {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const directory = parseDirectory(json('directory.json'));
  const { version, published, reports } = parseReported(json('reported.json'));
  return {
    info: { format: 1, version, published, name: { vi: name, en: name } },
    directory,
    phrasePack: parsePhrasePack(json('phrase-pack.json')),
    sitePack: parseSitePack(json('site-pack.json')),
    reported: stateOfEntries(reports),
  };
}

/** The number in a text such as `0292 3899588`. Throws where there is none, or more than one. */
export function numberIn(text: string): string {
  const { numbers } = findNumbers(fold(text));
  const [only] = numbers;
  if (!only || numbers.length > 1) throw new Error(`"${text}" is not one phone number.`);
  return only.number;
}

function pairs(state: ReportedState): (readonly [string, string])[] {
  return [...state].flatMap(([number, lines]) => lines.map((line) => [number, line] as const));
}

/** Adds entries to the draft. Gives how many are new. */
export function addEntries(folder: FeedFolder, lines: readonly string[]): number {
  const before = pairs(folder.draft().reported);
  const after = stateOf([...before, ...lines.map((line) => [readLine(line).number, line] as const)]);
  folder.writeReported(after);
  return pairs(after).length - before.length;
}

/** Takes a number out of the draft. Gives how many entries it had. */
export function removeNumber(folder: FeedFolder, number: string): number {
  const state = new Map(folder.draft().reported);
  const lines = state.get(number)?.length ?? 0;
  state.delete(number);
  folder.writeReported(state);
  return lines;
}

/** The lines of a reported list (.json) or of one entry a line (.jsonl). Throws where one is malformed. */
export function readImport(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.jsonl')) return parseReported(JSON.parse(text)).reports.map(lineOf);
  return text
    .split(/\r?\n/)
    .map((line, i) => [line.trim(), i + 1] as const)
    .filter(([line]) => line !== '')
    .map(([line, at]) => {
      try {
        const reported = {
          format: 1,
          version: '2000.1.1',
          published: '2000',
          reports: [JSON.parse(line) as unknown],
        };
        const [entry] = parseReported(reported).reports;
        if (!entry) throw new Error('no entry');
        return lineOf(entry);
      } catch (error) {
        throw new Error(`${file}:${String(at)}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
}
