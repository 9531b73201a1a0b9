/** Edits of the directory: each gives a new, whole, valid directory, or says what is wrong. Pure. */
import { ListError } from '../../lists/list-error';
import { parseDirectory, type Directory } from '../../lists/schema-directory';
import { compareVersions } from '../../lists/versions';
import { nextVersion } from '../../lists/publish/versions';
import { entryFields, type FormValues } from './form-values';
import { keyOf, type Entry, type Part } from './parts';

export type DirectoryResult = { readonly directory: Directory } | { readonly problem: DirectoryProblem };

/** What is wrong, and where: the path inside the directory, such as `hotlines`, `3`, `number`. */
export interface DirectoryProblem {
  readonly path: readonly string[];
  /** In the words of the schema: `is no ISO date`. */
  readonly fault: string;
}

function parsed(directory: unknown): DirectoryResult {
  try {
    return { directory: parseDirectory(directory) };
  } catch (error) {
    if (error instanceof ListError)
      return { problem: { path: error.place.split('.').slice(1), fault: error.problem } };
    throw error;
  }
}

function dated(directory: Directory, now: number): Directory {
  const version = nextVersion(directory.version, now);
  const newer = compareVersions(version, directory.version) > 0 ? version : directory.version;
  return { ...directory, version: newer, published: new Date(now).toISOString().slice(0, 10) };
}

/** Told where an entry is no longer as it was when its form was opened. */
const GONE = 'was changed meanwhile';

/**
 * Where an entry stands, -1 where none is like it any more. By what it says: each reading of a directory makes its
 * entries anew, and no two of a part are the same.
 */
function placeOf(all: readonly Entry[], entry: Entry): number {
  const said = JSON.stringify(entry);
  return all.findIndex((one) => JSON.stringify(one) === said);
}

/**
 * The directory with an entry as the form has it. `before`: the entry that is changed; absent for a new one. `now`:
 * milliseconds since 1970.
 */
export function setEntry(
  directory: Directory,
  part: Part,
  before: Entry | undefined,
  values: FormValues,
  now: number,
): DirectoryResult {
  const entry = entryFields(part, values);
  const all: readonly Entry[] = directory[part];
  const at = before ? placeOf(all, before) : all.length;
  if (at < 0) return { problem: { path: [part], fault: GONE } };
  return parsed({ ...dated(directory, now), [part]: [...all.slice(0, at), entry, ...all.slice(at + 1)] });
}

/** The directory without an entry; refused while others name it. */
export function removeEntry(directory: Directory, part: Part, entry: Entry, now: number): DirectoryResult {
  const all: readonly Entry[] = directory[part];
  const at = placeOf(all, entry);
  if (at < 0) return { problem: { path: [part], fault: GONE } };
  return parsed({ ...dated(directory, now), [part]: all.toSpliced(at, 1) });
}

/** Entries of a part whose words hold a text. */
export function findEntries(directory: Directory, part: Part, text: string): readonly Entry[] {
  const word = text.trim().toLowerCase().normalize('NFC');
  const all: readonly Entry[] = directory[part];
  if (word === '') return all;
  return all.filter((entry) => `${keyOf(entry)} ${JSON.stringify(entry)}`.toLowerCase().includes(word));
}
