/** Which numbers count as official where numbers change. Pure. */
import { officialNumbers } from '../../lists/publish/guards';
import { parseDirectory } from '../../lists/schema-directory';
import { EMBEDDED } from './documents';

/**
 * Official numbers of directories and of the one that every browser has: the directory that is live and the one that is
 * proposed, so that one step cannot make a number free to be reported, and report it. A feed may have none. Throws ListError.
 */
export function officialOver(directories: Iterable<unknown>): ReadonlySet<string> {
  const there = [...directories, EMBEDDED.directory].filter((one) => one !== undefined && one !== null);
  return new Set(there.flatMap((one) => [...officialNumbers(parseDirectory(one))]));
}
