import { findNumbers } from '../../lib/numbers/find-numbers';
import type { CompiledPack } from '../../lib/phrasing/compile';
import { featuresOf } from '../../lib/phrasing/features';
import { findPhrases, type PhrasesInText } from '../../lib/phrasing/find-phrases';
import { decodeGrams } from '../../lib/phrasing/gram-model';
import { logOdds } from '../../lib/phrasing/judge';
import type { PhrasePack } from '../../lib/phrasing/pack-schema';
import { fold } from '../../lib/text/fold';
import type { Row } from './corpus';
import { fit, type Settings } from './fit';
import type { Sample } from './samples';

/** A message, and what a model says of it that never saw its writer. */
export interface Judgement {
  readonly row: Row;
  readonly phrases: PhrasesInText;
  readonly pack: CompiledPack;
  /** Log odds of the scammer's voice, not calibrated. */
  readonly odds: number;
}

/** A compiled pack with another judge. */
export function withJudge(pack: CompiledPack, judge: Partial<PhrasePack['judge']>): CompiledPack {
  const changed = { ...pack.pack, judge: { ...pack.pack.judge, ...judge } };
  return { ...pack, pack: changed, grams: judge.grams ? decodeGrams(judge.grams) : pack.grams };
}

/** Reads a text and weighs it by a pack. */
export function judgement(row: Row, pack: CompiledPack): Judgement {
  const folded = fold(row.text);
  const phrases = findPhrases(folded, findNumbers(folded).numbers, pack);
  return { row, phrases, pack, odds: logOdds(featuresOf(phrases), pack.pack) };
}

/**
 * Weighs each row by a model that was fitted without the rows of its fold.
 * @param samplesOf the samples of a row: itself and its variants
 */
export function crossValidate(
  rows: readonly Row[],
  samplesOf: (row: Row) => readonly Sample[],
  foldOf: (row: Row) => number,
  pack: CompiledPack,
  settings: Settings,
): Judgement[] {
  const folds = [...new Set(rows.map(foldOf))].sort((a, b) => a - b);
  const packs = new Map(
    folds.map((one) => {
      const samples = rows.filter((row) => foldOf(row) !== one).flatMap(samplesOf);
      return [one, withJudge(pack, fit(samples, settings))];
    }),
  );
  return rows.map((row) => judgement(row, packs.get(foldOf(row)) ?? pack));
}
