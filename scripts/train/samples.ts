import { findNumbers } from '../../lib/numbers/find-numbers';
import type { CompiledPack } from '../../lib/phrasing/compile';
import { featuresOf } from '../../lib/phrasing/features';
import { findPhrases } from '../../lib/phrasing/find-phrases';
import { gramKeys } from '../../lib/phrasing/grams';
import { BIAS } from '../../lib/phrasing/judge';
import { readTokens } from '../../lib/phrasing/read-tokens';
import { fold } from '../../lib/text/fold';
import type { Label } from './corpus';

/** What a message is learnt from. */
export interface Sample {
  readonly label: Label;
  /** How much it counts beside others. */
  readonly weight: number;
  /** Keys of word runs, each once a sentence. */
  readonly runs: Int32Array;
  /** Names of concepts and the value of all of them; names of lengths have the value 1. */
  readonly names: readonly string[];
  readonly scale: number;
  readonly lengths: readonly string[];
}

/** Reads a message as the judge does: the words outside of quotation marks. */
export function sampleOf(text: string, label: Label, weight: number, pack: CompiledPack): Sample {
  const folded = fold(text);
  const phones = findNumbers(folded).numbers;
  const { tokens, spans, inMarks } = readTokens(folded, phones, pack);
  const features = featuresOf(findPhrases(folded, phones, pack));
  const leaveOut = inMarks && ((index: number) => inMarks[index] === 1);
  const runs = spans.flatMap((span) => [...gramKeys(tokens, span, leaveOut)]);
  return {
    label,
    weight,
    runs: Int32Array.from(runs),
    names: features.names,
    scale: features.scale,
    lengths: [BIAS, ...features.lengths],
  };
}
