import type { CompiledPack } from './compile';

/** From fewest warnings to most. */
export const SENSITIVITIES = ['quiet', 'usual', 'watchful'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/**
 * The pack with its thresholds moved by one step. Only how sure the judge must be for caution moves;
 * danger stays where training put it. What danger and caution ask for beside that (concepts found, the voice of
 * a warning ruled out) is not touched: no step raises an alarm without its reasons.
 */
export function withSensitivity(compiled: CompiledPack, sensitivity: Sensitivity): CompiledPack {
  if (sensitivity === 'usual') return compiled;
  const { judge } = compiled.pack;
  const { caution, danger, alone = danger } = judge.thresholds;
  const move = sensitivity === 'quiet' ? stricter : looser;
  const thresholds = {
    ...judge.thresholds,
    caution: Math.min(move(caution), danger),
    alone: sensitivity === 'quiet' ? stricter(alone) : alone,
  };
  return { ...compiled, pack: { ...compiled.pack, judge: { ...judge, thresholds } } };
}

/** A threshold of 0.7 leaves doubt of 0.3: half of it is taken away. */
function stricter(threshold: number): number {
  return 1 - (1 - threshold) / 2;
}

/** Two fifths lower. */
function looser(threshold: number): number {
  return threshold * 0.6;
}
