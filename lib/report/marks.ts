/** What the person says of a unit: 'Đây là lừa đảo' or 'Không phải lừa đảo'. Local; nobody else's view changes. */
import * as v from 'valibot';
import { LEVELS, type Verdict } from '../analysis/types';
import { localisedPeople } from '../i18n/people';
import { csv } from './csv';

export const MARKS = ['scam', 'not-scam'] as const;
export type MarkKind = (typeof MARKS)[number];

export const Mark = v.object({
  /** SHA-256 of what was found in the unit, or of its text where nothing was. */
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  kind: v.picklist(MARKS),
  /** When, as ISO 8601. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** What the judge said. */
  level: v.picklist(LEVELS),
  /** The beginning of the text. */
  text: v.pipe(v.string(), v.maxLength(2_000)),
});
export type Mark = v.InferOutput<typeof Mark>;

/**
 * A verdict as the person wants to see it: marked as scam it is danger, with their own mark as the first reason;
 * marked as none it stays what it is and is only hidden by the page. Pure.
 */
export function withMark(verdict: Verdict, kind: MarkKind | undefined, length: number): Verdict {
  if (kind !== 'scam') return verdict;
  const own = { code: 'own-mark', text: localisedPeople('reason_own_mark'), start: 0, end: length };
  return { ...verdict, level: 'danger', reasons: [own, ...verdict.reasons] };
}

/** The marks as a table for spreadsheets. */
export function marksCsv(marks: readonly Mark[]): string {
  return csv([
    ['at', 'mark', 'level', 'text'],
    ...marks.map(({ at, kind, level, text }) => [at, kind, level, text]),
  ]);
}
