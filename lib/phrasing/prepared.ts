/**
 * A compiled pack in a form that a database keeps and gives back fast: numbers in arrays, words in one text. It holds
 * nothing of the pack that judging does not ask for, and is read without being checked: keep it only where nobody else
 * writes, and use it only with the code that made it.
 */
import type { CompiledPack } from './compile';
import type { GramModel } from './gram-model';
import type { Trie } from './trie';

export interface PreparedPack {
  /** JSON of a `Rest`. */
  readonly rest: string;
  /** Words and forms of the trie by their numbers, and the vocabulary, each on a line. */
  readonly words: string;
  readonly forms: string;
  readonly vocabulary: string;
  readonly trie: Omit<Trie, 'words' | 'forms'>;
  readonly grams: GramModel | undefined;
}

/** What is small, as JSON. */
interface Rest extends Pick<CompiledPack, 'pack' | 'concepts' | 'negator' | 'negationEnd'> {
  readonly aliases: readonly (readonly [string, string])[];
  readonly oddEndings: readonly string[];
  readonly plainEndings: readonly string[];
}

/** No word of a pack has it: patterns are split at white space. */
const LINE = '\n';

/** The form of a pack that is kept. O(size). */
export function preparePack(compiled: CompiledPack): PreparedPack {
  const { pack, concepts, trie, grams, negator, negationEnd } = compiled;
  const { words, forms, ...arrays } = trie;
  const { thresholds, calibration, scam, warning } = pack.judge;
  const rest: Rest = {
    pack: {
      negation: { span: pack.negation.span, reason: pack.negation.reason },
      judge: { thresholds, ...(calibration && { calibration }), scam, warning },
    },
    concepts: concepts.map(({ id, kind, office, general, gone, reason }) => ({
      ...{ id, kind, reason },
      ...(office !== undefined && { office }),
      ...(general !== undefined && { general }),
      ...(gone !== undefined && { gone }),
    })),
    negator,
    negationEnd,
    aliases: [...compiled.aliases],
    oddEndings: [...compiled.oddEndings],
    plainEndings: [...compiled.plainEndings],
  };
  return {
    rest: JSON.stringify(rest),
    words: [...words.keys()].join(LINE),
    forms: forms.join(LINE),
    vocabulary: [...compiled.vocabulary].join(LINE),
    trie: arrays,
    grams,
  };
}

/** The pack of a kept form. O(words). */
export function readPrepared({ rest, words, forms, vocabulary, trie, grams }: PreparedPack): CompiledPack {
  const { aliases, oddEndings, plainEndings, ...more } = JSON.parse(rest) as Rest;
  return {
    ...more,
    byId: new Map(more.concepts.map((concept) => [concept.id, concept])),
    trie: {
      ...trie,
      words: new Map(words.split(LINE).map((word, number) => [word, number])),
      forms: forms.split(LINE),
    },
    vocabulary: new Set(vocabulary.split(LINE)),
    aliases: new Map(aliases),
    oddEndings: new Set(oddEndings),
    plainEndings: new Set(plainEndings),
    grams,
  };
}
