/** The lists that come with the extension: parsed, and answered from memory where nothing can be stored. */
import { ListError } from './list-error';
import { parseDirectory, type Directory } from './schema-directory';
import { parseReported, type ReportedList } from './schema-reported';
import { parseSitePack, type SitePack } from './schema-site-pack';
import { reportsByNumber } from './standings';
import type { Lists, LiveLists } from './store';
import type { Report } from './standing';
import { compareVersions } from './versions';

/** The JSON values of the embedded feed, as the caller read them. */
export interface EmbeddedLists {
  readonly directory: unknown;
  readonly reported: unknown;
  readonly sitePack: unknown;
  /** Passed through: lib/phrasing parses it. */
  readonly phrasePack: unknown;
}

/** The embedded lists, parsed. The version of the whole is the newest of its lists; the phrase pack counts apart. */
export interface ParsedLists extends LiveLists {
  readonly directory: Directory;
  readonly sitePack: SitePack;
  readonly phrasePack: unknown;
  readonly reports: ReadonlyMap<string, readonly Report[]>;
}

/** The version that a pack's JSON names, a count or dotted; `0` where it names none. */
export function packVersion(pack: unknown): string {
  if (typeof pack !== 'object' || pack === null || !('version' in pack)) return '0';
  const { version } = pack;
  const text = typeof version === 'number' ? version.toString() : version;
  return typeof text === 'string' && /^\d+(?:\.\d+){0,3}$/.test(text) ? text : '0';
}

/** Parses the embedded lists; throws ListError. */
export function parseEmbedded(embedded: EmbeddedLists): ParsedLists {
  const directory = parseDirectory(embedded.directory);
  const reported: ReportedList = parseReported(embedded.reported);
  const sitePack = parseSitePack(embedded.sitePack);
  if (embedded.phrasePack === undefined || embedded.phrasePack === null) {
    throw new ListError(
      'ERR_LIST_SCHEMA',
      'phrasePack',
      'The value is missing.',
      'Build the extension again: a list of its own is missing.',
    );
  }
  let version = directory.version;
  for (const other of [reported.version, sitePack.version]) {
    if (compareVersions(other, version) > 0) version = other;
  }
  // ISO dates sort as text.
  const published = [directory.published, reported.published, sitePack.published].sort().at(-1) ?? '';
  const reports = reportsByNumber(reported.reports);
  return { version, published, directory, sitePack, phrasePack: embedded.phrasePack, reports };
}

/** The embedded lists in the form that the store installs. */
export function asLists(parsed: ParsedLists, installedAt: string): Lists {
  const { version, published, directory, sitePack, phrasePack, reports } = parsed;
  return { version, published, installedAt, documents: { directory, sitePack, phrasePack }, reports };
}
