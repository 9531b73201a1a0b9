import { judgeUnit } from '../../lib/analysis/judge-unit';
import { readUnit } from '../../lib/analysis/read-unit';
import { indexDirectory, type DirectoryIndex } from '../../lib/analysis/senders/directory-index';
import { LEVELS, type Unit, type Verdict } from '../../lib/analysis/types';
import type { Directory } from '../../lib/lists/schema-directory';
import { UNKNOWN, type Report, type Standing } from '../../lib/lists/standing';
import type { LookedUp } from '../../lib/messages';
import { formatNumber } from '../../lib/numbers/format';
import { withSensitivity } from '../../lib/phrasing/sensitivity';
import { openLists, openPack } from './lists';
import { getSetting } from './settings';
import { today } from './today';

/**
 * Judges units: numbers of all of them are looked up in one transaction.
 * @param practice reports of the practice pages, by number; nowhere else
 */
export async function judgeUnits(
  units: readonly Unit[],
  practice?: ReadonlyMap<string, readonly Report[]>,
): Promise<LookedUp[]> {
  const [{ lookup }, plain, step] = await Promise.all([openLists(), openPack(), getSetting('sensitivity')]);
  const pack = withSensitivity(plain, step);
  const base = await lookup.directory();
  const wider = await lookup.widerDirectory();
  const directory = indexOf(base);
  const read = units.map((unit) => readUnit(unit, pack, directory));
  const numbers = [...new Set(read.flatMap((one) => one.numbers))];
  const standings = await lookup.standings(numbers);
  const standing = (number: string): Standing => {
    const reports = practice?.get(number);
    return reports ? { kind: 'reported', reports } : (standings.get(number) ?? UNKNOWN);
  };
  const context = { standing, now: today(), pack, directory };
  const verdicts = read.map((one) => judgeUnit(one, context));
  if (wider !== base) {
    // What feeds add to the directory can only raise: an address that a feed calls official takes nothing away.
    const widened = { ...context, directory: indexOf(wider) };
    for (const [i, unit] of units.entries()) {
      const verdict = judgeUnit(readUnit(unit, pack, widened.directory), widened);
      const before = verdicts[i];
      if (before && LEVELS.indexOf(verdict.level) > LEVELS.indexOf(before.level)) verdicts[i] = verdict;
    }
  }
  return verdicts.map((verdict) => ({ verdict, displays: displaysOf(verdict) }));
}

/** The index of each directory that was in use, made once. */
const INDEXES = new WeakMap<Directory, DirectoryIndex>();

function indexOf(directory: Directory): DirectoryIndex {
  let index = INDEXES.get(directory);
  if (!index) INDEXES.set(directory, (index = indexDirectory(directory)));
  return index;
}

function displaysOf(verdict: Verdict): Record<string, string> {
  const displays: Record<string, string> = {};
  for (const finding of verdict.findings) {
    if (finding.kind === 'phone') displays[finding.number] = formatNumber(finding.number);
  }
  return displays;
}
