import { LABELS, type Row } from './corpus';

/** More folds cost more time and tell little more. */
export const FOLDS = 5;

/**
 * Parts writers into folds, so that what a fold is measured on was written by hands that its model never saw, and each
 * fold holds all classes as far as writers allow. Greedy, largest writers first; the same rows give the same folds.
 */
export function foldsByWriter(rows: readonly Row[], count: number): Map<string, number> {
  const sizes = new Map<string, number[]>();
  for (const { writer, label } of rows) {
    const of = sizes.get(writer) ?? LABELS.map(() => 0);
    const at = LABELS.indexOf(label);
    of[at] = (of[at] ?? 0) + 1;
    sizes.set(writer, of);
  }
  const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
  const writers = [...sizes].sort(([a, x], [b, y]) => sum(y) - sum(x) || (a < b ? -1 : 1));
  const loads = Array.from({ length: count }, () => LABELS.map(() => 0));
  const folds = new Map<string, number>();
  for (const [writer, of] of writers) {
    const costs = loads.map(
      (load) => of.reduce((cost, size, at) => cost + size * (load[at] ?? 0), 0) + sum(load) / 100,
    );
    const fold = costs.indexOf(Math.min(...costs));
    folds.set(writer, fold);
    loads[fold] = (loads[fold] ?? []).map((load, at) => load + (of[at] ?? 0));
  }
  return folds;
}
