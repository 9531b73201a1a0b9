import type { WorkingPack } from './compile';
import type { Features } from './features';

/** How likely each voice is, 0 to 1: the scammer's, and that of a text about scams. The rest is ordinary. */
export interface Voices {
  /** Calibrated on messages of writers that training did not see. */
  readonly scam: number;
  readonly warning: number;
}

/** What the phrasing alone says of a text, before numbers and senders are looked at. */
export type PhraseLevel = 'none' | 'notice' | 'caution' | 'danger';

type Weights = Readonly<Record<string, number>>;
type Thresholds = WorkingPack['judge']['thresholds'];

/** Danger asks for so many different concepts that a person would accept; caution, below `alone`, too. */
const CONCEPTS = 2;

/** An office's notice tells the whole scam: so many different concepts of a text about scams, and it is no danger. */
const ABOUT_SCAMS = 3;

/** Feature that is always present. */
export const BIAS = 'bias';

/** The log odds of the scammer's voice against all others, before calibration. O(features). */
export function logOdds(features: Features, { judge }: Pick<WorkingPack, 'judge'>): number {
  const { scam, warning } = rawSums(features, judge);
  return scam - Math.log(1 + Math.exp(warning));
}

/**
 * The voices in a text: weights of the pack added up, those of word runs divided by the square root of their number, so
 * that length alone says nothing (softmax over scam, warning and ordinary, whose sum is 0). O(features).
 */
export function voicesOf(features: Features, { judge }: Pick<WorkingPack, 'judge'>): Voices {
  const { slope, offset } = judge.calibration ?? { slope: 1, offset: 0 };
  const { scam, warning } = rawSums(features, judge);
  const s = Math.exp(scam);
  const w = Math.exp(warning);
  const calibrated = slope * (scam - Math.log(1 + w)) + offset;
  return { scam: 1 / (1 + Math.exp(-calibrated)), warning: w / (1 + s + w) };
}

/**
 * The level of a text by the pack's thresholds. Danger asks for two different concepts a person would accept as reasons,
 * caution too, or for one where the score is over `alone`; names alone that nobody speaks in are no reason. Notice is for
 * words of report or prohibition: no reason, no alarm. A text that more likely speaks about scams than to a victim is at
 * most a notice.
 */
export function levelOf(voices: Voices, features: Features, thresholds: Thresholds): PhraseLevel {
  const { scam, warning } = voices;
  const notice = features.noticeKinds >= 1;
  // Who is only named ('he was the head of a department') has done nothing.
  const concepts = features.bareClaim ? 0 : features.dangerConcepts;
  const sure =
    scam >= thresholds.danger && warning <= (thresholds.ruledOut ?? 1) && features.notices < ABOUT_SCAMS;
  if (sure && concepts >= CONCEPTS) return 'danger';
  const asNotice = notice && warning >= thresholds.notice;
  if (notice && warning > scam) return asNotice ? 'notice' : 'none';
  if (scam >= thresholds.caution && concepts >= CONCEPTS) return 'caution';
  if (scam >= (thresholds.alone ?? thresholds.danger) && concepts >= 1) return 'caution';
  return asNotice ? 'notice' : 'none';
}

function rawSums(features: Features, { scam, warning }: WorkingPack['judge']) {
  const { grams } = features;
  const root = Math.sqrt(Math.max(1, grams.count));
  return {
    scam: clampSum(sum(scam, features) + grams.scam / root),
    warning: clampSum(sum(warning, features) + grams.warning / root),
  };
}

function sum(weights: Weights, features: Features): number {
  const weight = (name: string) => (Object.hasOwn(weights, name) ? (weights[name] ?? 0) : 0);
  let total = weight(BIAS);
  for (const name of features.lengths) total += weight(name);
  let concepts = 0;
  for (const name of features.names) concepts += weight(name);
  return total + concepts * features.scale;
}

/** Keeps exp finite whatever weights a feed brings. */
function clampSum(value: number): number {
  return Math.min(Math.max(value, -40), 40);
}
