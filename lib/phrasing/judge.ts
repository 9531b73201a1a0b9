import type { Features } from './features';
import type { PhrasePack } from './pack-schema';

/** How likely each voice is, 0 to 1: the scammer's, and that of a text about scams. The rest is ordinary. */
export interface Voices {
  readonly scam: number;
  readonly warning: number;
}

/** Judges features. A trained model over more than concepts can stand in its place. */
export interface Judge {
  judge(features: Features): Voices;
}

/** What the phrasing alone says of a text, before numbers and senders are looked at. */
export type PhraseLevel = 'none' | 'notice' | 'caution' | 'danger';

type Weights = Readonly<Record<string, number>>;
type Thresholds = PhrasePack['judge']['thresholds'];

/** A text with so many different concepts of report and of prohibition is a warning, unless it is danger outright. */
const PLAIN_WARNING = 3;
/** From this score on no words of warning help. */
const SURE = 0.93;

/** From this score on the kinds of concepts no longer decide between caution and danger. */
const OVERWHELMING = 0.95;
/** What a scammer presses with. Ordinary business asks for money, names a bank and gives a number; it does none of these. */
const PRESSURE = ['shown:threat', 'shown:secrecy', 'shown:bait'];

/** Feature that is always present. */
export const BIAS = 'bias';

/** A judge that adds up the weights of the pack (softmax over scam, warning and ordinary, whose sum is 0). */
export function linearJudge(pack: PhrasePack): Judge {
  const { scam, warning } = pack.judge;
  return {
    judge(features) {
      const s = Math.exp(clampSum(sum(scam, features)));
      const w = Math.exp(clampSum(sum(warning, features)));
      return { scam: s / (1 + s + w), warning: w / (1 + s + w) };
    },
  };
}

/**
 * The level of a text by the pack's thresholds. Danger and caution ask for two different kinds of concepts a person
 * would accept as reasons (caution for one, where the score is over `alone`), notice for words of report or
 * prohibition: no reason, no alarm. Danger asks for pressure too, or for an overwhelming score: an office or a bank
 * that gives a number to call is not yet a scam. A text that more likely speaks about scams than to a victim is a
 * notice.
 */
export function levelOf(voices: Voices, features: Features, thresholds: Thresholds): PhraseLevel {
  const enough = features.dangerKinds >= 2;
  const notice = features.noticeKinds >= 1;
  const plain = isPlainWarning(features);
  if (voices.scam >= (plain ? SURE : thresholds.danger) && enough && presses(voices, features))
    return 'danger';
  if (plain || manyNotices(features)) return 'notice';
  if (notice && voices.warning > voices.scam) return voices.warning >= thresholds.notice ? 'notice' : 'none';
  if (voices.scam >= thresholds.caution && enough) return 'caution';
  if (voices.scam >= (thresholds.alone ?? thresholds.danger) && features.dangerKinds >= 1) return 'caution';
  if (voices.warning >= thresholds.notice && notice) return 'notice';
  return 'none';
}

/** A threat, secrecy or bait beside another kind than the way to call; or no doubt left. */
function presses(voices: Voices, features: Features): boolean {
  if (voices.scam >= OVERWHELMING) return true;
  const kinds = features.dangerKinds - (features.names.includes('shown:channel') ? 1 : 0);
  return kinds >= 2 && features.names.some((name) => PRESSURE.includes(name));
}

function manyNotices(features: Features): boolean {
  return features.notices >= PLAIN_WARNING && features.noticeKinds >= 2;
}

/** A warning from its first words on that asks nothing of the reader: no number to call, no secrecy, no deadline. */
function isPlainWarning(features: Features): boolean {
  const asks = ['shown:channel', 'shown:secrecy', 'shown:hurry'];
  return (
    manyNotices(features) &&
    features.names.includes('opens:notice') &&
    !features.names.some((name) => asks.includes(name))
  );
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
