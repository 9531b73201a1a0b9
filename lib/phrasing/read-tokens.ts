import type { Folded, SourceRange } from '../text/folded';
import type { CompiledPack } from './compile';
import { segmentsOf, type TokenSpan } from './grams';
import { speechMarks } from './speech-marks';
import { tokenise, type Token } from './tokens';

/** From this share of marked words on, a writer uses marks, and a plain word is meant plain. */
const USES_MARKS = 0.35;
/** From this share of words in quotation marks on there is no other voice around them: the marks tell nothing. */
const ALL_IN_MARKS = 0.9;

/** The words of a text, ready to be matched and counted. */
export interface ReadTokens {
  readonly tokens: readonly Token[];
  readonly usesMarks: boolean;
  /** 1 for each token in quotation marks; undefined where there are none, or nothing else. */
  readonly inMarks: Uint8Array | undefined;
  readonly spans: readonly TokenSpan[];
}

/** Cuts a text into tokens and sentences, and tells which words stand in quotation marks. Linear. */
export function readTokens(folded: Folded, phones: readonly SourceRange[], pack: CompiledPack): ReadTokens {
  const { tokens, markedShare } = tokenise(folded, phones, pack);
  return {
    tokens,
    usesMarks: markedShare >= USES_MARKS,
    inMarks: tokensInMarks(tokens, speechMarks(folded.source)),
    spans: segmentsOf(tokens),
  };
}

function tokensInMarks(tokens: readonly Token[], places: readonly SourceRange[]): Uint8Array | undefined {
  if (places.length === 0) return undefined;
  const inMarks = new Uint8Array(tokens.length);
  let count = 0;
  let next = 0;
  tokens.forEach((token, index) => {
    while ((places[next]?.end ?? Infinity) <= token.start) next++;
    if ((places[next]?.start ?? Infinity) > token.start) return;
    inMarks[index] = 1;
    count++;
  });
  return count === 0 || count >= tokens.length * ALL_IN_MARKS ? undefined : inMarks;
}
