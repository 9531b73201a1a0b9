import type { FrameReport } from '../../lib/page/report';
import { formatNumber } from '../../lib/numbers/format';

/** What was found under a name: a mail of the mailbox, or the whole feed. */
export interface NamedReport {
  readonly name: string;
  readonly report: FrameReport;
}

/** Prints what was found on a practice page: unit, level, reasons, numbers and their standing. */
export function printReports(title: string, reports: readonly NamedReport[]): void {
  console.log(`\n${title}`);
  for (const { name, report } of reports) {
    if (report.units.length === 0) console.log(`  [none   ] ${name}`);
    for (const { verdict, excerpt } of report.units) {
      console.log(
        `  [${verdict.level.padEnd(7)}] ${name === 'feed' ? '' : `${name}: `}${excerpt.slice(0, 60)}`,
      );
      for (const reason of verdict.reasons) console.log(`             - ${reason.text.vi}`);
      const numbers = new Map(
        verdict.findings.flatMap((one) =>
          one.kind === 'phone' ? [[one.number, one.standing.kind] as const] : [],
        ),
      );
      for (const [number, standing] of numbers)
        console.log(`             ${formatNumber(number)} (${standing})`);
    }
  }
}
