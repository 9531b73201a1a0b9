import type { PhrasePack } from '../../lib/phrasing/pack-schema';
import type { Judgement } from './cross-validate';
import { minimise } from './minimise';

type Calibration = NonNullable<PhrasePack['judge']['calibration']>;

const STEPS = 100;

/**
 * Fits the score to how often the scammer really speaks (Platt): logistic regression of the class on the log odds of
 * models that did not see the writer. Classes count alike, so the score does not hang on how many scams a corpus holds.
 */
export function calibrate(judgements: readonly Judgement[]): Calibration {
  const scams = judgements.filter(({ row }) => row.label === 'scam').length;
  const parts = judgements.map(({ row }) => 0.5 / (row.label === 'scam' ? scams : judgements.length - scams));
  const fitted = minimise(2, STEPS, (at, gradient) => {
    const [slope = 0, offset = 0] = at;
    let loss = 0;
    gradient.fill(0);
    judgements.forEach(({ row, odds }, index) => {
      const part = parts[index] ?? 0;
      const truth = row.label === 'scam' ? 1 : 0;
      const z = slope * odds + offset;
      const share = 1 / (1 + Math.exp(-z));
      loss += part * (Math.log(1 + Math.exp(-Math.abs(z))) + Math.max(z, 0) - truth * z);
      gradient[0] = (gradient[0] ?? 0) + part * (share - truth) * odds;
      gradient[1] = (gradient[1] ?? 0) + part * (share - truth);
    });
    return loss;
  });
  return { slope: rounded(fitted[0] ?? 1), offset: rounded(fitted[1] ?? 0) };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
