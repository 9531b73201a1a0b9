import type { CompiledPack } from './compile';
import type { TokenMatch } from './match-tokens';
import type { ConceptKind } from './pack-schema';
import type { Token } from './tokens';

/** What a negation turns round: a demand that is denied is no demand. Secrecy is spoken in negations itself. */
const TURNED: ReadonlySet<ConceptKind> = new Set(['demand', 'threat', 'bait', 'channel', 'hurry']);

/**
 * Tells for each match whether a negation before it reaches it: in the same sentence, at most `negation.span`
 * tokens away, with no word between that ends the reach ('không cần lên phường, chỉ cần chuyển phí'). Linear in
 * matches and tokens.
 */
export function markNegated(
  matches: readonly TokenMatch[],
  tokens: readonly Token[],
  pack: CompiledPack,
): boolean[] {
  const span = pack.pack.negation.span;
  /** Token -> where the last negation that still reaches it ends; -1 for none. */
  const negationEnds = new Int32Array(tokens.length + 1).fill(-1);
  const stops = new Uint8Array(tokens.length + 1);
  for (const match of matches) {
    if (match.concept === pack.negator) negationEnds[match.to] = match.to;
    else if (match.concept === pack.negationEnd) stops[match.from] = 1;
  }
  let open = -1;
  for (let at = 0; at < tokens.length; at++) {
    const begins = negationEnds[at] ?? -1;
    if (at > 0 && tokens[at]?.sentence !== tokens[at - 1]?.sentence) open = -1;
    if (begins >= 0) open = begins;
    else if (stops[at] === 1) open = -1;
    if (open >= 0 && at - open > span) open = -1;
    negationEnds[at] = open;
  }
  return matches.map((match) => {
    const kind = pack.concepts[match.concept]?.kind;
    return kind !== undefined && TURNED.has(kind) && (negationEnds[match.from] ?? -1) >= 0;
  });
}
