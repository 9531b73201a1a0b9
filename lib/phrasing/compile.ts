import { decodeGrams, type GramModel } from './gram-model';
import type { Concept, PhrasePack } from './pack-schema';
import {
  parsePattern,
  parsePhrases,
  wordReader,
  type PatternContext,
  type Phrase,
  type Step,
} from './pattern';
import { oneSpelling, plainForm } from './syllable';

/** A place in the trie of phrases: where words lead on, and what ends here. */
export interface TrieNode {
  /** Undefined where no phrase goes on: that is so for most places. */
  next: Map<string, TrieNode> | undefined;
  readonly ends: PhraseEnd[];
}

/** A phrase that ends at a node, and the pattern steps that wait for it. */
export interface PhraseEnd {
  readonly phrase: Phrase;
  readonly steps: CompiledStep[];
}

/** One step of a pattern, linked to the next by `previous` of that one. */
export interface CompiledStep {
  readonly id: number;
  readonly previous: CompiledStep | undefined;
  readonly gap: number;
  /** Index of the concept that is found when this step is reached; -1 inside a pattern. */
  readonly concept: number;
  /** Index of the pattern in its concept; hints are counted on behind the patterns. */
  readonly pattern: number;
}

/** Concepts of the negation table stand after those of the pack. */
export interface CompiledPack {
  readonly pack: PhrasePack;
  readonly concepts: readonly Concept[];
  readonly byId: ReadonlyMap<string, Concept>;
  readonly root: TrieNode;
  /** Words of patterns and other common ones, to read disguised writing by. */
  readonly vocabulary: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly oddEndings: ReadonlySet<string>;
  readonly plainEndings: ReadonlySet<string>;
  readonly negator: number;
  readonly negationEnd: number;
  /** Weights of word runs, where the pack has any. */
  readonly grams: GramModel | undefined;
}

/**
 * Turns a phrase pack into one trie. Done once a pack; time and memory grow with the size of the pack. Throws
 * PackError ERR_PACK_PATTERN where a pattern is malformed.
 */
export function compilePack(pack: PhrasePack): CompiledPack {
  const aliases = new Map<string, string>();
  for (const [short, long] of Object.entries(pack.aliases))
    aliases.set(plainForm(short), oneSpelling(plainForm(long)));
  const groups = new Map<string, readonly Phrase[]>();
  const context: PatternContext = { groups, words: wordReader(pack.aliases) };
  for (const [name, entries] of Object.entries(pack.groups))
    groups.set(
      name,
      entries.flatMap((entry) => parsePhrases(entry, context)),
    );

  const builder = new TrieBuilder();
  pack.concepts.forEach((concept, index) => {
    [...concept.patterns, ...(concept.hints ?? [])].forEach((pattern, at) =>
      builder.add(parsePattern(pattern, context), index, at),
    );
  });
  const negator = pack.concepts.length;
  for (const pattern of pack.negation.before) builder.add(parsePattern(pattern, context), negator, 0);
  for (const pattern of pack.negation.ends) builder.add(parsePattern(pattern, context), negator + 1, 0);
  return {
    pack,
    concepts: pack.concepts,
    byId: new Map(pack.concepts.map((concept) => [concept.id, concept])),
    root: builder.root,
    vocabulary: new Set([
      ...builder.vocabulary,
      ...(pack.words ?? '').split(' ').filter((word) => word !== ''),
    ]),
    aliases,
    oddEndings: new Set(pack.oddEndings),
    plainEndings: new Set(pack.plainEndings),
    negator,
    negationEnd: negator + 1,
    grams: decodeGrams(pack),
  };
}

class TrieBuilder {
  readonly root: TrieNode = { next: undefined, ends: [] };
  readonly vocabulary = new Set<string>();
  private readonly known = new Map<readonly Phrase[], readonly PhraseEnd[]>();
  private steps = 0;

  add(pattern: readonly Step[], concept: number, patternIndex: number): void {
    let previous: CompiledStep | undefined;
    pattern.forEach((step, index) => {
      const last = index === pattern.length - 1;
      const compiled: CompiledStep = {
        id: this.steps++,
        previous,
        gap: step.gap,
        concept: last ? concept : -1,
        pattern: patternIndex,
      };
      for (const end of this.endsOf(step.phrases)) end.steps.push(compiled);
      previous = compiled;
    });
  }

  /** The ends of the phrases of a step; those of a group are looked up once. */
  private endsOf(phrases: readonly Phrase[]): readonly PhraseEnd[] {
    let ends = this.known.get(phrases);
    if (!ends) {
      ends = phrases.map((phrase) => this.end(phrase));
      this.known.set(phrases, ends);
    }
    return ends;
  }

  /** The end of a phrase in the trie; phrases of the same words and marks share it. */
  private end(phrase: Phrase): PhraseEnd {
    let node = this.root;
    for (const word of phrase) {
      const edges = (node.next ??= new Map<string, TrieNode>());
      let next = edges.get(word.edge);
      if (!next) {
        next = { next: undefined, ends: [] };
        edges.set(word.edge, next);
        this.vocabulary.add(word.edge);
      }
      node = next;
    }
    const known = node.ends.find((end) =>
      end.phrase.every(({ marked }, index) => marked === phrase[index]?.marked),
    );
    if (known) return known;
    const end: PhraseEnd = { phrase, steps: [] };
    node.ends.push(end);
    return end;
  }
}
