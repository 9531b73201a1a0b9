import { analyse } from '../../../lib/analysis/analyse';
import { indexDirectory } from '../../../lib/analysis/senders/directory-index';
import type { Unit, Verdict } from '../../../lib/analysis/types';
import { UNKNOWN, type Standing } from '../../../lib/lists/standing';
import { parseDirectory } from '../../../lib/lists/schema-directory';
import { feedJson } from '../lists/read-feed';
import { pack } from '../phrasing/pack';

/** The embedded directory, indexed once for all tests. */
export const directory = indexDirectory(parseDirectory(feedJson('directory')));
export const NOW = '2026-06-15';

/** The verdict of a unit by the embedded directory and pack; standings as given, else unknown. */
export function verdictOf(
  unit: Unit,
  standings: Readonly<Record<string, Standing>> = {},
  now: string = NOW,
): Verdict {
  return analyse(unit, { pack, now, directory, standing: (number) => standings[number] ?? UNKNOWN });
}

/** The codes of a verdict's reasons. */
export const codesOf = (verdict: Verdict): string[] => verdict.reasons.map((reason) => reason.code);
