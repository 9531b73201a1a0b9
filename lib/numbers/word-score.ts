import type { Units } from '../text/units';
import { codeScore, REFUSED } from './beside';
import type { Candidate } from './candidate';
import { AMOUNT_UNITS } from './context';
import { bankAfter, bankBefore, cueAfter, cueBefore, unitAfter, type NearCue } from './cues';

/** What the words around a number are weighed for. */
export type Weighed = Pick<Candidate, 'type' | 'prefix' | 'start' | 'end' | 'first' | 'last' | 'count'>;

/** Words so far away are all that most candidates need; what a cue farther away takes at most. */
const NEAR = 5;
const MOST_OF_FAR_WORDS = 1;
const GLUED: NearCue = { cue: 'phone', distance: 0 };

/**
 * How sure it is that a number is meant as a telephone number, by the words on both sides. Bounded windows: O(1).
 * @param form what its form and its neighbours say
 * @param after how many letters touch its last digit
 * @param glued a word of calling touches its first one
 */
export function wordScore(text: Units, found: Weighed, form: number, after: number, glued: boolean): number {
  if (glued) return wholeScore(text, found, form, after, GLUED);
  // Words farther away take one at most: nearly always the near ones decide, and only their sum's sign counts.
  const near = found.type === 'foreign' ? undefined : cueBefore(text, found.start, NEAR);
  const score = found.type === 'foreign' ? 0 : wholeScore(text, found, form, after, near);
  if (near !== undefined || score > MOST_OF_FAR_WORDS) return score;
  return wholeScore(text, found, form, after, cueBefore(text, found.start));
}

/** The form and the words together. */
function wholeScore(
  text: Units,
  found: Weighed,
  form: number,
  after: number,
  cue: NearCue | undefined,
): number {
  const phone = cue?.cue === 'phone';
  const sums = found.type === 'service' || found.prefix === 'bare' || found.type === 'foreign';
  if (sums && !(phone && cue.distance <= 2) && unitAfter(text, found.end, AMOUNT_UNITS)) return REFUSED;

  let score = form + cueScore(cue, found);
  if (!(phone && cue.distance <= 3)) {
    if (bankAfter(text, found.end)) score -= 3;
    if (cue === undefined && found.type === 'mobile' && bankBefore(text, found.start)) score -= 2;
  }
  if (after > 1) score -= 1;
  score += codeScore(text, found.start, found.end, phone);
  // The words behind add at most one: they are read where that decides, or where the sum is compared with more.
  const decides = found.type === 'foreign' || (score <= 0 && score > -1);
  return decides && cueAfter(text, found.end) === 'phone' ? score + 1 : score;
}

function cueScore(near: NearCue | undefined, found: Weighed): number {
  if (near === undefined) return 0;
  // Eight digits from 1800/1900 are no account, whatever is said of paying.
  const service = found.type === 'service' && found.count === 8;
  // Nobody writes a document's or an account's number with +84.
  if (found.prefix === 'plus' && near.cue !== 'phone') return -1;
  if (service && near.cue !== 'phone' && (near.cue !== 'code' || found.last > found.first)) return 0;
  const near2 = near.distance <= 2;
  const near5 = near.distance <= 5;
  if (near.cue === 'phone') return near2 ? 3 : near5 ? 2 : 1;
  if (near.cue === 'record') return near.distance === 0 ? -2 : near2 ? -1 : 0;
  if (near.cue === 'banking') return near.distance === 0 ? -3 : near2 ? -2 : near5 ? -1 : 0;
  if (near.cue === 'code') return near.distance <= 1 ? -5 : near2 ? -3 : near5 ? -1.5 : -0.5;
  return near2 ? -4 : near5 ? -2.5 : -1;
}
