/**
 * Fits the judge's weights on labelled messages: softmax regression over the features of concepts, full batches,
 * no randomness, so the same input gives the same pack.
 *
 * usage: tsx scripts/train.ts [--hold t3,t10] [--write] [--decay 0.0008]
 * `--hold` leaves writers out of the fit and prints the figures on them; `--write` puts the weights into the pack.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compilePack } from '../lib/phrasing/compile';
import { featuresOf, type Features } from '../lib/phrasing/features';
import { findPhrases } from '../lib/phrasing/find-phrases';
import { BIAS, linearJudge } from '../lib/phrasing/judge';
import { parsePhrasePack, type PhrasePack } from '../lib/phrasing/pack-schema';
import { findNumbers } from '../lib/numbers/find-numbers';
import { fold } from '../lib/text/fold';

interface Row {
  readonly id: string;
  readonly label: 'scam' | 'warning' | 'benign';
  readonly writer: string;
  readonly text: string;
}
interface Sample {
  readonly row: Row;
  readonly features: Features;
  readonly values: readonly (readonly [name: string, value: number])[];
}

const PACK = new URL('../public/feed/phrase-pack.json', import.meta.url);
const MESSAGES = new URL('../tests/corpus/messages-train.jsonl', import.meta.url);
const STEPS = 300;
/** A feature must stand in so many messages to get a weight: rarer ones would learn single messages. */
const MIN_COUNT = 4;

const { values } = parseArgs({
  options: { hold: { type: 'string' }, write: { type: 'boolean' }, decay: { type: 'string' } },
});
const held = new Set((values.hold ?? '').split(',').filter(Boolean));
const decay = Number(values.decay ?? '0.0008');
const pack = parsePhrasePack(JSON.parse(readFileSync(PACK, 'utf8')));
const compiled = compilePack(pack);
const samples = readFileSync(MESSAGES, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => toSample(JSON.parse(line) as Row));
const fitted = fit(samples.filter((sample) => !held.has(sample.row.writer)));
report(held.size > 0 ? samples.filter((sample) => held.has(sample.row.writer)) : samples);
if (values.write) writeFileSync(PACK, `${JSON.stringify({ ...pack, judge: fitted.judge }, null, 1)}\n`);

function toSample(row: Row): Sample {
  const folded = fold(row.text);
  const features = featuresOf(findPhrases(folded, findNumbers(folded).numbers, compiled));
  const plain = [BIAS, ...features.lengths].map((name) => [name, 1] as const);
  return {
    row,
    features,
    values: [...plain, ...features.names.map((name) => [name, features.scale] as const)],
  };
}

/** Gradient descent with momentum on the mean loss plus decay/2 * |w|^2 (the bias is not decayed). */
function fit(train: readonly Sample[]): PhrasePack {
  const counts = new Map<string, number>();
  for (const sample of train)
    for (const [name] of sample.values) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => (counts.get(name) ?? 0) >= MIN_COUNT).sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = train.map((sample) =>
    sample.values.flatMap(([name, value]) => {
      const at = index.get(name);
      return at === undefined ? [] : [[at, value] as const];
    }),
  );
  const size = names.length;
  const weights = new Float64Array(size * 2);
  const speed = new Float64Array(size * 2);
  const gradient = new Float64Array(size * 2);
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    rows.forEach((row, at) => {
      let s = 0;
      let w = 0;
      for (const [feature, value] of row) {
        s += value * (weights[feature] ?? 0);
        w += value * (weights[size + feature] ?? 0);
      }
      const es = Math.exp(s);
      const ew = Math.exp(w);
      const label = train[at]?.row.label;
      const ds = es / (1 + es + ew) - (label === 'scam' ? 1 : 0);
      const dw = ew / (1 + es + ew) - (label === 'warning' ? 1 : 0);
      for (const [feature, value] of row) {
        gradient[feature] = (gradient[feature] ?? 0) + ds * value;
        gradient[size + feature] = (gradient[size + feature] ?? 0) + dw * value;
      }
    });
    for (let at = 0; at < weights.length; at++) {
      const pull = names[at % size] === BIAS ? 0 : decay * (weights[at] ?? 0);
      speed[at] = 0.9 * (speed[at] ?? 0) - 0.4 * ((gradient[at] ?? 0) / rows.length + pull);
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  const table = (from: number) =>
    Object.fromEntries(
      names
        .map((name, at) => [name, Math.round((weights[from + at] ?? 0) * 100) / 100] as const)
        .filter(([, weight]) => weight !== 0),
    );
  return { ...pack, judge: { thresholds: pack.judge.thresholds, scam: table(0), warning: table(size) } };
}

/** Recall of scams where ordinary texts and warnings are called scams at a given rate. */
function report(test: readonly Sample[]): void {
  const judge = linearJudge(fitted);
  const scored = test.map((sample) => ({ ...sample, voices: judge.judge(sample.features) }));
  const share = (label: string, hit: (sample: (typeof scored)[number]) => boolean) => {
    const of = scored.filter((sample) => sample.row.label === label);
    return of.length === 0 ? 0 : of.filter(hit).length / of.length;
  };
  for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const two = (sample: (typeof scored)[number]) =>
      sample.voices.scam >= threshold && sample.features.dangerKinds >= 2;
    const one = (sample: (typeof scored)[number]) =>
      sample.voices.scam >= threshold && sample.features.dangerKinds >= 1;
    const figures = ['scam', 'warning', 'benign'].map(
      (label) => `${label} ${share(label, two).toFixed(3)}/${share(label, one).toFixed(3)}`,
    );
    console.log(`scam>=${String(threshold)} (two kinds/one): ${figures.join('  ')}`);
  }
}
