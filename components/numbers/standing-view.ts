/** How a standing is shown: what is fresh speaks, what is old becomes a grey note. Pure. */
import type { Finding } from '../../lib/analysis/types';
import type { Freshness } from '../../lib/lists/age';
import type { AnyReport, Standing, StandingKind } from '../../lib/lists/standing';

/** Whether a report of this ISO date still speaks (the caller knows today's date). */
export type FreshnessOf = (date: string) => Freshness;

/** What is known of one number beyond the finding: the form in which the list rows are shown. */
export interface NumberEntry {
  readonly number: string;
  readonly standing: Standing;
  /** The words that hid the number in the text. */
  readonly disguisedAs?: string | undefined;
  readonly old: boolean;
}

export interface StandingView {
  /** `faded`: only old reports are known. */
  readonly kind: StandingKind | 'faded';
  readonly current: readonly AnyReport[];
  readonly old: readonly AnyReport[];
}

/** Splits the reports of a standing by age; a standing that rests on old reports alone is no alarm any more. */
export function viewStanding(standing: Standing, freshness: FreshnessOf): StandingView {
  const reports = standing.reports ?? [];
  const isCurrent = (report: AnyReport) =>
    report.practice === true ||
    // Whoever has the number today is not who was reported.
    (report.tally?.status !== 'reassigned' && freshness(report.date) === 'recent');
  const current = reports.filter(isCurrent);
  const old = reports.filter((report) => !isCurrent(report));
  const gone = current.length === 0 && old.length > 0;
  if (standing.kind === 'reported' && gone) return { kind: 'faded', current, old };
  if (standing.kind === 'both' && gone) return { kind: 'official', current, old };
  return { kind: standing.kind, current, old };
}

/** The phone findings of a verdict, each number once, in the order of the text. */
export function distinctNumbers(findings: readonly Finding[]): readonly NumberEntry[] {
  const entries = new Map<string, NumberEntry>();
  for (const finding of findings) {
    if (finding.kind !== 'phone') continue;
    const before = entries.get(finding.number);
    entries.set(finding.number, {
      number: finding.number,
      standing: before?.standing ?? finding.standing,
      disguisedAs: before?.disguisedAs ?? (finding.disguise ? finding.raw : undefined),
      old: (before?.old ?? false) || finding.old === true,
    });
  }
  return [...entries.values()];
}
