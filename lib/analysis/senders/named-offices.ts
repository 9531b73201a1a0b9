import type { Folded } from '../../text/folded';
import type { Reason } from '../types';
import type { DirectoryIndex, Protected } from './directory-index';
import { goneSentence, isGone, OFFICE_GONE } from './gone-office';
import { nameWords } from './name-words';

/** An office with a last day, named in a text. */
export interface NamedOffice {
  readonly entry: Protected;
  readonly start: number;
  readonly end: number;
}

/** Longer texts are read for scams, not for every office they name. */
const MAX_NAMED = 20;

/** The offices of a directory that have a last day, where a text names them. Offsets of the source. Linear. */
export function namedOffices(folded: Folded, { names }: DirectoryIndex): NamedOffice[] {
  const words = nameWords(folded);
  return names
    .find(words)
    .filter(({ entry }) => entry.gone !== undefined)
    .slice(0, MAX_NAMED)
    .map(({ entry, from, to }) => ({
      entry,
      start: words[from]?.start ?? 0,
      end: words[to - 1]?.end ?? 0,
    }));
}

/** One reason for each office that is gone today, at its first place. */
export function goneReasons(named: readonly NamedOffice[], now: string): Reason[] {
  const told = new Set<Protected>();
  return named.flatMap(({ entry, start, end }) => {
    if (told.has(entry) || !isGone(entry, now)) return [];
    told.add(entry);
    return [{ code: OFFICE_GONE, text: goneSentence(entry), start, end }];
  });
}
