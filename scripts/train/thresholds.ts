import { judgePhrases, type Judged } from '../../lib/phrasing/judge-phrases';
import type { PhrasePack } from '../../lib/phrasing/pack-schema';
import { withJudge, type Judgement } from './cross-validate';
import type { Label } from './corpus';

type Judge = PhrasePack['judge'];
type Thresholds = Judge['thresholds'];

/** Shares of messages by writers that training did not see that may be wrong at most. */
export const TARGETS = {
  /** Called danger. The aims are 2% and 1%; the rest is kept in reserve, as other hands differ from those of training. */
  danger: { warning: 0.014, benign: 0.007 },
  /** Called caution or danger. */
  caution: { warning: 0.08, benign: 0.04 },
} as const;

/** How likely the voice of a text about scams may be where danger is said: more lets warnings through. */
const RULED_OUT = [0.01, 0.02, 0.05, 0.1, 0.2] as const;
const STEP = 0.005;
const NEVER = 1;

/** Levels of all rows by their own models, with other thresholds. */
export function judgedBy(
  judgements: readonly Judgement[],
  judge: Pick<Judge, 'thresholds' | 'calibration'>,
): (Judged & { readonly label: Label })[] {
  const packs = new Map<Judgement['pack'], Judgement['pack']>();
  return judgements.map(({ pack, phrases, row }) => {
    const changed = packs.get(pack) ?? { ...withJudge(pack, judge), grams: pack.grams };
    packs.set(pack, changed);
    return { ...judgePhrases(phrases, changed), label: row.label };
  });
}

/**
 * The lowest thresholds that keep to the targets: danger of the whole text first, together with how far a warning must
 * be ruled out, so that most scams are called danger; then danger of pieces, caution with two concepts, caution with one.
 */
export function chooseThresholds(
  judgements: readonly Judgement[],
  calibration: Judge['calibration'],
): Thresholds {
  const notice = 0.4;
  const keeps = (
    thresholds: Thresholds,
    levels: readonly string[],
    most: Readonly<Record<'warning' | 'benign', number>>,
  ) => {
    const judged = judgedBy(judgements, { thresholds, calibration });
    return (['warning', 'benign'] as const).every((label) => {
      const of = judged.filter((one) => one.label === label);
      return of.filter((one) => levels.includes(one.level)).length <= most[label] * of.length;
    });
  };
  const lowest = (
    build: (at: number) => Thresholds,
    levels: readonly string[],
    most: Readonly<Record<'warning' | 'benign', number>>,
  ) => {
    let [low, high] = [0, Math.round(NEVER / STEP)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keeps(build(middle * STEP), levels, most)) high = middle;
      else low = middle + 1;
    }
    return Math.round(low * STEP * 1000) / 1000;
  };
  const quiet = { notice, caution: NEVER, alone: NEVER, piece: NEVER };
  // Whole texts may use up most of what may be wrong, pieces of long texts the rest.
  const most = { warning: TARGETS.danger.warning * 0.8, benign: TARGETS.danger.benign * 0.8 };
  const caught = (thresholds: Thresholds) =>
    judgedBy(judgements, { thresholds, calibration }).filter(
      ({ label, level }) => label === 'scam' && level === 'danger',
    ).length;
  const { danger, ruledOut } = RULED_OUT.map((one) => {
    const at = lowest((step) => ({ ...quiet, ruledOut: one, danger: step }), ['danger'], most);
    return { danger: at, ruledOut: one, caught: caught({ ...quiet, ruledOut: one, danger: at }) };
  }).reduce((best, one) => (one.caught > best.caught ? one : best));
  const piece = lowest(
    (at) => ({ ...quiet, ruledOut, danger, piece: Math.max(at, danger) }),
    ['danger'],
    TARGETS.danger,
  );
  const loud = ['caution', 'danger'];
  const caution = lowest(
    (at) => ({ notice, ruledOut, danger, piece, alone: NEVER, caution: Math.min(at, danger) }),
    loud,
    TARGETS.caution,
  );
  const alone = lowest(
    (at) => ({ notice, ruledOut, danger, piece, caution, alone: Math.max(at, caution) }),
    loud,
    {
      warning: TARGETS.caution.warning * 1.1,
      benign: TARGETS.caution.benign * 1.1,
    },
  );
  return {
    notice,
    caution,
    danger,
    alone: Math.max(alone, caution),
    piece: Math.max(piece, danger),
    ruledOut,
  };
}
