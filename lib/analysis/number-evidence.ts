import { localised, translate, type Language } from '../i18n/translate';
import type { AnyReport, Standing } from '../lists/standing';
import { formatNumber } from '../numbers/format';
import type { FoundNumber } from '../numbers/types';
import { monthsBetween } from './months';
import { saidDate } from '../i18n/iso-date';
import type { Reason } from './types';

/** How much the lists say against the numbers of a unit; `note` is told, but raises nothing. */
export type NumberWeight = 'nothing' | 'note' | 'spoofed' | 'weak' | 'strong';
const ORDER: readonly NumberWeight[] = ['nothing', 'note', 'spoofed', 'weak', 'strong'];

/** Numbers change hands: a report older than this is told, and raises nothing. */
const FRESH_MONTHS = 24;

export interface NumberEvidence {
  readonly weight: NumberWeight;
  readonly reasons: readonly Reason[];
}

/**
 * What the standings say of the numbers of a unit: one reason for each reported number, at its first place, and
 * the weight of the heaviest. `now` is an ISO date. An official number gives nothing: it neither lowers nor raises.
 */
export function numberEvidence(
  found: readonly FoundNumber[],
  standing: (number: string) => Standing,
  now: string,
): NumberEvidence {
  const reasons: Reason[] = [];
  const seen = new Set<string>();
  let weight: NumberWeight = 'nothing';
  for (const number of found) {
    if (seen.has(number.number)) continue;
    seen.add(number.number);
    const one = evidenceOf(number, standing(number.number), now);
    if (!one) continue;
    reasons.push(one.reason);
    if (ORDER.indexOf(one.weight) > ORDER.indexOf(weight)) weight = one.weight;
  }
  return { weight, reasons };
}

function evidenceOf(
  number: FoundNumber,
  standing: Standing,
  now: string,
): { weight: NumberWeight; reason: Reason } | undefined {
  const place = { start: number.start, end: number.end };
  if (standing.kind === 'both') {
    const text = localised('reason_number_spoofed', { number: formatNumber(number.number) });
    return { weight: 'spoofed', reason: { code: 'number-spoofed', text, ...place } };
  }
  if (standing.kind !== 'reported') return undefined;
  const report = newest(standing.reports ?? [], now);
  if (!report) return undefined;
  const fresh = isFresh(report, now);
  const code = fresh ? 'reason_number_reported' : 'reason_number_reported_old';
  const said = (language: Language) =>
    translate(language, code, {
      number: formatNumber(number.number),
      date: saidDate(language, report.date),
      source: report.authority ?? (report.tally && report.feed?.name[language]) ?? report.publisher,
    });
  const text = { vi: said('vi'), en: said('en') };
  return { weight: fresh ? report.strength : 'note', reason: { code: 'number-reported', text, ...place } };
}

/** Whether a report still speaks; whoever was given the number since is not who was reported. */
function isFresh(report: AnyReport, now: string): boolean {
  const age = monthsBetween(report.date, now);
  return age !== undefined && age <= FRESH_MONTHS && report.tally?.status !== 'reassigned';
}

/** The report to go by: a fresh strong one before a fresh weak one, then the newest. */
function newest(reports: readonly AnyReport[], now: string): AnyReport | undefined {
  const rank = (report: AnyReport) => {
    if (!isFresh(report, now)) return 0;
    return report.strength === 'strong' ? 2 : 1;
  };
  return [...reports].sort((a, b) => rank(b) - rank(a) || b.date.localeCompare(a.date))[0];
}
