/** What people are told after an update, by version; a version with nothing for people has no lines. Pure. */
import enChanges from './en/changes.json';
import type { Language } from './translate';
import viChanges from './vi/changes.json';

export interface VersionChanges {
  readonly version: string;
  readonly lines: readonly string[];
}

type Table = Readonly<Record<string, readonly string[]>>;
const TABLES: Readonly<Record<Language, Table>> = { vi: viChanges, en: enChanges };

/** What changed for people after version `since` up to `current`, the newest version first. */
export function changesSince(
  language: Language,
  since: string,
  current: string,
  table: Table = TABLES[language],
): VersionChanges[] {
  return Object.entries(table)
    .map(([version, lines]) => ({ version, lines }))
    .filter(
      ({ version, lines }) =>
        lines.length > 0 && compare(version, since) > 0 && compare(version, current) <= 0,
    )
    .sort((a, b) => compare(b.version, a.version));
}

/** Below 0 where version `a` is older than `b`: dotted numbers, as browsers ask of extensions. */
function compare(a: string, b: string): number {
  const [one, other] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 4; i++) {
    const difference = (one?.[i] ?? 0) - (other?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
