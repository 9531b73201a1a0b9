/** What a phrase pack must still find and judge: its own examples, and the texts that browsers try it on. Pure. */
import { wrongCanaries } from '../../analysis/canary';
import { findNumbers } from '../../numbers/find-numbers';
import { compilePack, type CompiledPack } from '../../phrasing/compile';
import { findPhrases } from '../../phrasing/find-phrases';
import type { PhrasePack } from '../../phrasing/pack-schema';
import { fold } from '../../text/fold';

export interface Broken {
  /** `example`: a concept is not found in its example; `canary`: browsers would refuse the pack. */
  readonly problem: 'example' | 'canary';
  /** The text. */
  readonly what: string;
}

function isFound(concept: string, text: string, pack: CompiledPack): boolean {
  const folded = fold(text);
  const { matches } = findPhrases(folded, findNumbers(folded).numbers, pack);
  return matches.some((match) => match.concept === concept);
}

function brokenTexts(pack: PhrasePack): Broken[] {
  const compiled = compilePack(pack);
  const missed = pack.concepts.flatMap(({ id, examples }) =>
    examples.filter((example) => !isFound(id, example, compiled)),
  );
  return [
    ...missed.map((what) => ({ problem: 'example' as const, what })),
    ...wrongCanaries(compiled).map(({ text }) => ({ problem: 'canary' as const, what: text })),
  ];
}

/** The first text that one pack finds and judges as it must and the next does not. Throws PackError. */
export function brokenBy(before: PhrasePack, after: PhrasePack): Broken | undefined {
  const broken = brokenTexts(after);
  if (broken.length === 0) return undefined;
  const known = new Set(brokenTexts(before).map(({ what }) => what));
  return broken.find(({ what }) => !known.has(what));
}
