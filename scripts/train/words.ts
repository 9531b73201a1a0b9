import { findNumbers } from '../../lib/numbers/find-numbers';
import type { CompiledPack } from '../../lib/phrasing/compile';
import { readTokens } from '../../lib/phrasing/read-tokens';
import { fold } from '../../lib/text/fold';
import type { Row } from './corpus';

/** Rarer words may be misspelt themselves. */
const MIN_MESSAGES = 4;

/** The folded words of at least two letters that stand in several messages written without disguise. */
export function commonWords(rows: readonly Row[], pack: CompiledPack): string {
  const counts = new Map<string, number>();
  for (const { text, style } of rows) {
    if (style === 'obfuscated') continue;
    const folded = fold(text);
    const { tokens } = readTokens(folded, findNumbers(folded).numbers, pack);
    const words = new Set(
      tokens.filter((token) => !token.loose && /^[a-z]{2,12}$/.test(token.word)).map(({ word }) => word),
    );
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= MIN_MESSAGES).map(([word]) => word);
  return common.sort().join(' ');
}
