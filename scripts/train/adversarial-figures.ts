import { analyse } from '../../lib/analysis/analyse';
import { LEVELS, type Level } from '../../lib/analysis/types';
import { UNKNOWN } from '../../lib/lists/standing';
import type { CompiledPack } from '../../lib/phrasing/compile';
import { LABELS, type Label, type Row } from './corpus';
import { TRICKS } from './tricks';

/** Counts under one trick. */
export interface TrickFigures {
  readonly trick: string;
  readonly scams: number;
  readonly scamDanger: number;
  readonly scamAny: number;
  readonly warnings: number;
  readonly warningDanger: number;
  readonly benign: number;
  readonly benignDanger: number;
}

/** Judges all messages under each trick. Reports against numbers play no part. */
export function adversarialFigures(rows: readonly Row[], pack: CompiledPack): TrickFigures[] {
  const context = { pack, now: '2026-01-01', standing: () => UNKNOWN };
  return TRICKS.map(({ name, change }) => {
    const levels = rows.map((row) => analyse({ text: change(row.text) }, context).level);
    const count = (label: Label, least: Level) =>
      levels.filter(
        (level, at) => rows[at]?.label === label && LEVELS.indexOf(level) >= LEVELS.indexOf(least),
      ).length;
    const [scams, warnings, benign] = LABELS.map((label) => count(label, 'none'));
    return {
      trick: name,
      scams: scams ?? 0,
      scamDanger: count('scam', 'danger'),
      scamAny: count('scam', 'caution'),
      warnings: warnings ?? 0,
      warningDanger: count('warning', 'danger'),
      benign: benign ?? 0,
      benignDanger: count('benign', 'danger'),
    };
  });
}
