import type { Folded } from '../text/folded';
import { disguiseOf } from './disguise';
import type { Piece } from './piece';
import type { FoundNumber, NumberType } from './types';

/** A number that was read; offsets of the folded text. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly type: NumberType;
  readonly old?: boolean;
  readonly odd?: boolean;
  /** Its first piece and its last. */
  readonly first: number;
  readonly last: number;
}

/** A number as it is handed out. */
export function toFound(folded: Folded, pieces: readonly Piece[], hit: Hit): FoundNumber {
  const { start, end } = folded.sourceRange(hit.start, hit.end);
  const raw = folded.source.slice(start, end);
  let lettered = false;
  let spoken = false;
  for (let index = hit.first; index <= hit.last; index++) {
    if (pieces[index]?.lettered === true) lettered = true;
    if (pieces[index]?.spoken === true) spoken = true;
  }
  const disguise = spoken ? 'words' : disguiseOf(raw, lettered, hit.last - hit.first + 1, hit.odd === true);
  const { number, type } = hit;
  const old = hit.old === true;
  if (disguise === undefined)
    return old ? { start, end, raw, number, type, old } : { start, end, raw, number, type };
  return old ? { start, end, raw, number, type, disguise, old } : { start, end, raw, number, type, disguise };
}
