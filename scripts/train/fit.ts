import { encodeKeys } from '../../lib/phrasing/gram-keys';
import { BIAS } from '../../lib/phrasing/judge';
import type { PhrasePack } from '../../lib/phrasing/pack-schema';
import { LABELS } from './corpus';
import { minimise } from './minimise';
import type { Sample } from './samples';

type Judge = Pick<PhrasePack['judge'], 'scam' | 'warning' | 'grams'>;

/** All were chosen by cross-validation over writers. */
export interface Settings {
  /** Pull of the weights towards zero, in units of the mean loss. */
  readonly decay: number;
  /** How much a concept is worth beside a word run: the larger, the less its weight is pulled. */
  readonly conceptScale: number;
  /** Power of the inverse document frequency by which rare runs are pulled less. */
  readonly rarity: number;
  /** A run or concept in fewer messages gets no weight: it would learn single messages. */
  readonly minRuns: number;
  readonly minConcepts: number;
  readonly steps: number;
}

export const SETTINGS: Settings = {
  decay: 4e-6,
  conceptScale: 0.06,
  rarity: 0.75,
  minRuns: 3,
  minConcepts: 3,
  steps: 250,
};

/**
 * Fits a softmax regression over scam, warning and ordinary; the weights of ordinary are taken off the others. One byte a
 * weight of a word run. The same samples give the same bytes.
 */
export function fit(samples: readonly Sample[], settings: Settings = SETTINGS): Judge {
  const runs = chosenRuns(samples, settings);
  const names = chosenNames(samples, settings);
  const columns = runs.columns.size + names.size;
  const total = samples.reduce((sum, sample) => sum + sample.weight, 0);
  const rows = samples.map((sample) => rowOf(sample, runs, names, settings, total));
  const bias = runs.columns.size + (names.get(BIAS) ?? -1);
  const fitted = minimise(columns * 3, settings.steps, (weights, gradient) => {
    gradient.fill(0);
    return meanLoss(rows, weights, gradient) + pull(weights, gradient, settings.decay, bias);
  });

  const over = (column: number, voice: number) =>
    (fitted[column * 3 + voice] ?? 0) - (fitted[column * 3 + 2] ?? 0);
  const table = (voice: number) => {
    const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      sorted
        .map(([name, column]) => {
          const scale = isPlain(name) ? 1 : settings.conceptScale;
          return [name, Math.round(over(runs.columns.size + column, voice) * scale * 1000) / 1000] as const;
        })
        .filter(([, weight]) => weight !== 0),
    );
  };
  return { scam: table(0), warning: table(1), grams: quantised(runs, over) };
}

/** A sample as columns and their values; `part` is its share of the mean loss, `label` the index of its class. */
interface FitRow {
  readonly at: Int32Array;
  readonly values: Float64Array;
  readonly label: number;
  readonly part: number;
}

/** The mean loss of the rows; adds its gradient. Written out for three classes: nearly all time is spent here. */
function meanLoss(rows: readonly FitRow[], weights: Float64Array, gradient: Float64Array): number {
  let loss = 0;
  for (const { at, values, label, part } of rows) {
    let a = 0;
    let b = 0;
    let c = 0;
    for (let k = 0; k < at.length; k++) {
      const base = (at[k] ?? 0) * 3;
      const value = values[k] ?? 0;
      a += value * (weights[base] ?? 0);
      b += value * (weights[base + 1] ?? 0);
      c += value * (weights[base + 2] ?? 0);
    }
    const most = Math.max(a, b, c);
    a = Math.exp(a - most);
    b = Math.exp(b - most);
    c = Math.exp(c - most);
    const sum = a + b + c;
    loss -= part * Math.log((label === 0 ? a : label === 1 ? b : c) / sum + 1e-300);
    a = part * (a / sum - (label === 0 ? 1 : 0));
    b = part * (b / sum - (label === 1 ? 1 : 0));
    c = part * (c / sum - (label === 2 ? 1 : 0));
    for (let k = 0; k < at.length; k++) {
      const base = (at[k] ?? 0) * 3;
      const value = values[k] ?? 0;
      gradient[base] = (gradient[base] ?? 0) + value * a;
      gradient[base + 1] = (gradient[base + 1] ?? 0) + value * b;
      gradient[base + 2] = (gradient[base + 2] ?? 0) + value * c;
    }
  }
  return loss;
}

/** decay/2 * |w|^2 without the bias; adds its gradient. */
function pull(weights: Float64Array, gradient: Float64Array, decay: number, bias: number): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) {
    if (Math.floor(index / 3) === bias) continue;
    const weight = weights[index] ?? 0;
    sum += weight * weight;
    gradient[index] = (gradient[index] ?? 0) + decay * weight;
  }
  return (decay / 2) * sum;
}

interface Runs {
  /** Key -> column, in the order of the keys. */
  readonly columns: ReadonlyMap<number, number>;
  /** Column -> what a value of it is multiplied by. */
  readonly scale: Float64Array;
}

/** Runs of enough messages; their variants do not count, or all runs of a message would be chosen. */
function chosenRuns(samples: readonly Sample[], settings: Settings): Runs {
  const counts = new Map<number, number>();
  const messages = samples.filter(({ weight }) => weight === 1);
  for (const { runs } of messages)
    for (const run of new Set(runs)) counts.set(run, (counts.get(run) ?? 0) + 1);
  const chosen = [...counts].filter(([, count]) => count >= settings.minRuns).sort(([a], [b]) => a - b);
  return {
    columns: new Map(chosen.map(([run], column) => [run, column])),
    scale: Float64Array.from(
      chosen,
      ([, count]) => (Math.log(1 + messages.length / count) / 4) ** settings.rarity,
    ),
  };
}

function chosenNames(samples: readonly Sample[], settings: Settings): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { names, lengths } of samples)
    for (const name of [...names, ...lengths]) counts.set(name, (counts.get(name) ?? 0) + 1);
  const chosen = [...counts].filter(([, count]) => count >= settings.minConcepts).map(([name]) => name);
  return new Map(chosen.sort().map((name, index) => [name, index]));
}

function rowOf(
  sample: Sample,
  runs: Runs,
  names: ReadonlyMap<string, number>,
  settings: Settings,
  total: number,
): FitRow {
  const at: number[] = [];
  const values: number[] = [];
  const root = Math.sqrt(Math.max(1, sample.runs.length));
  for (const run of sample.runs) {
    const column = runs.columns.get(run);
    if (column === undefined) continue;
    at.push(column);
    values.push((runs.scale[column] ?? 0) / root);
  }
  const name = (one: string, value: number) => {
    const column = names.get(one);
    if (column === undefined) return;
    at.push(runs.columns.size + column);
    values.push(value);
  };
  for (const one of sample.names) name(one, sample.scale * settings.conceptScale);
  for (const one of sample.lengths) name(one, 1);
  return {
    at: Int32Array.from(at),
    values: Float64Array.from(values),
    label: LABELS.indexOf(sample.label),
    part: sample.weight / total,
  };
}

/** Names of length and the bias stand in every text and are not scaled. */
function isPlain(name: string): boolean {
  return name === BIAS || name.startsWith('words>=') || name.startsWith('quoted');
}

function quantised(runs: Runs, over: (column: number, voice: number) => number): Judge['grams'] {
  const weight = (column: number, voice: number) => over(column, voice) * (runs.scale[column] ?? 0);
  const columns = [...runs.columns.values()];
  const most = columns.reduce(
    (max, one) => Math.max(max, Math.abs(weight(one, 0)), Math.abs(weight(one, 1))),
    1e-9,
  );
  // Rounded up, so that no weight exceeds a byte whatever the figures of the scale.
  const scale = Math.ceil((most / 127) * 1e6) / 1e6;
  const bytes = (voice: number) => Int8Array.from(columns, (one) => Math.round(weight(one, voice) / scale));
  const base64 = (all: Int8Array | Uint8Array) => Buffer.from(all.buffer).toString('base64');
  return {
    keys: base64(encodeKeys([...runs.columns.keys()])),
    scale,
    scam: base64(bytes(0)),
    warning: base64(bytes(1)),
  };
}
