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
import { flatTrie, type BuiltEnd, type BuiltNode, type BuiltStep, type Trie } from './trie';

/** What judging needs of a concept. */
export type WorkingConcept = Omit<Concept, 'examples' | 'patterns' | 'hints'>;

/** What judging needs of a pack beside its phrases. */
export interface WorkingPack {
  readonly negation: Pick<PhrasePack['negation'], 'span' | 'reason'>;
  readonly judge: Omit<PhrasePack['judge'], 'grams'>;
}

/** Concepts of the negation table stand after those of the pack. */
export interface CompiledPack {
  readonly pack: WorkingPack;
  readonly concepts: readonly WorkingConcept[];
  readonly byId: ReadonlyMap<string, WorkingConcept>;
  readonly trie: Trie;
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

/** A pack that was compiled just now still has all of its source. */
export interface FreshPack extends CompiledPack {
  readonly pack: PhrasePack;
  readonly concepts: readonly Concept[];
}

/**
 * Turns a phrase pack into one trie. Done once a pack; time and memory grow with the size of the pack. Throws
 * PackError ERR_PACK_PATTERN where a pattern is malformed.
 */
export function compilePack(pack: PhrasePack): FreshPack {
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
  pack.concepts.forEach(({ patterns, hints = [] }, index) => {
    [...patterns, ...hints].forEach((pattern, at) =>
      builder.add(parsePattern(pattern, context), index, at, at >= patterns.length),
    );
  });
  const negator = pack.concepts.length;
  for (const pattern of pack.negation.before) builder.add(parsePattern(pattern, context), negator, 0, false);
  for (const pattern of pack.negation.ends)
    builder.add(parsePattern(pattern, context), negator + 1, 0, false);
  return {
    pack,
    concepts: pack.concepts,
    byId: new Map(pack.concepts.map((concept) => [concept.id, concept])),
    trie: flatTrie(builder.root, builder.steps),
    vocabulary: new Set([
      ...builder.vocabulary,
      ...(pack.words ?? '').split(' ').filter((word) => word !== ''),
    ]),
    aliases,
    oddEndings: new Set(pack.oddEndings),
    plainEndings: new Set(pack.plainEndings),
    negator,
    negationEnd: negator + 1,
    grams: decodeGrams(pack.judge.grams),
  };
}

class TrieBuilder {
  readonly root: BuiltNode = { next: undefined, ends: [] };
  readonly steps: BuiltStep[] = [];
  readonly vocabulary = new Set<string>();
  private readonly known = new Map<readonly Phrase[], readonly BuiltEnd[]>();

  add(pattern: readonly Step[], concept: number, patternIndex: number, hint: boolean): void {
    pattern.forEach((step, index) => {
      const id = this.steps.length;
      const last = index === pattern.length - 1;
      this.steps.push({
        previous: index === 0 ? -1 : id - 1,
        gap: step.gap,
        concept: last ? concept : -1,
        pattern: patternIndex,
        hint,
      });
      for (const end of this.endsOf(step.phrases)) end.steps.push(id);
    });
  }

  /** The ends of the phrases of a step; those of a group are looked up once. */
  private endsOf(phrases: readonly Phrase[]): readonly BuiltEnd[] {
    let ends = this.known.get(phrases);
    if (!ends) {
      ends = phrases.map((phrase) => this.end(phrase));
      this.known.set(phrases, ends);
    }
    return ends;
  }

  /** The end of a phrase in the trie; phrases of the same words and marks share it. */
  private end(phrase: Phrase): BuiltEnd {
    let node = this.root;
    for (const word of phrase) {
      const edges = (node.next ??= new Map<string, BuiltNode>());
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
    const end: BuiltEnd = { phrase, steps: [] };
    node.ends.push(end);
    return end;
  }
}
