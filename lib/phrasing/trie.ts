import type { Phrase } from './pattern';

/**
 * The phrases of a pack and the pattern steps that wait for them, in arrays of numbers: such a trie is kept and read
 * again in no time. Nodes, ends and steps are numbers; what belongs to one stands one after another, up to where that
 * of the next begins.
 */
export interface Trie {
  /** The number of each word that phrases are made of. The words that phrases begin with come first. */
  readonly words: ReadonlyMap<string, number>;
  /** Spellings with marks, by their numbers; 0 is none. */
  readonly forms: readonly string[];
  /** Node -> its first child; children stand in the order of their words. Node 0 is the root. */
  readonly children: Uint32Array;
  /** Node -> the word that leads to it. */
  readonly word: Uint32Array;
  /** Node -> the first end of a phrase there. */
  readonly ends: Uint32Array;
  /** End -> the first of its marks, and the marks: a form for each word of the phrase. */
  readonly marksOf: Uint32Array;
  readonly marks: Uint32Array;
  /** End -> the first of its steps, and the steps. */
  readonly stepsOf: Uint32Array;
  readonly waiting: Uint32Array;
  /** Step -> the step before it in its pattern, or -1. */
  readonly previous: Int32Array;
  readonly gap: Uint32Array;
  /** Step -> index of the concept that is found when it is reached; -1 inside a pattern. */
  readonly concept: Int32Array;
  /** Step -> index of the pattern in its concept; hints are counted on behind the patterns. */
  readonly pattern: Uint32Array;
  /** Step -> 1 where its pattern is a hint. */
  readonly hint: Uint8Array;
}

/** One step of a pattern while the trie is being built. */
export interface BuiltStep {
  readonly previous: number;
  readonly gap: number;
  readonly concept: number;
  readonly pattern: number;
  readonly hint: boolean;
}

/** A phrase that ends at a node, and the steps that wait for it. */
export interface BuiltEnd {
  readonly phrase: Phrase;
  readonly steps: number[];
}

/** A place in the trie while it is built: where words lead on, and what ends here. */
export interface BuiltNode {
  /** Undefined where no phrase goes on: that is so for most places. */
  next: Map<string, BuiltNode> | undefined;
  readonly ends: BuiltEnd[];
}

/** Numbers of words or forms, given as they come. */
function numbering(first: readonly string[]): [Map<string, number>, (word: string) => number] {
  const numbers = new Map(first.map((word, at) => [word, at]));
  return [
    numbers,
    (word) => {
      let number = numbers.get(word);
      if (number === undefined) numbers.set(word, (number = numbers.size));
      return number;
    },
  ];
}

/** Writes a trie that was built into arrays. O(size). */
export function flatTrie(root: BuiltNode, steps: readonly BuiltStep[]): Trie {
  const [words, wordOf] = numbering([...(root.next?.keys() ?? [])]);
  const [forms, formOf] = numbering(['']);
  const nodes: BuiltNode[] = [root];
  const word: number[] = [0];
  const [children, ends]: [number[], number[]] = [[], []];
  const [marksOf, marks, stepsOf, waiting]: [number[], number[], number[], number[]] = [[], [], [], []];
  // Level by level: the children of a node then stand beside one another. More nodes come while the loop runs.
  for (const node of nodes) {
    children.push(nodes.length);
    ends.push(marksOf.length);
    const edges = [...(node.next ?? [])].map(([edge, to]) => [wordOf(edge), to] as const);
    for (const [edge, to] of edges.sort(([a], [b]) => a - b)) {
      nodes.push(to);
      word.push(edge);
    }
    for (const end of node.ends) {
      marksOf.push(marks.length);
      stepsOf.push(waiting.length);
      for (const { marked } of end.phrase) marks.push(marked === undefined ? 0 : formOf(marked));
      for (const step of end.steps) waiting.push(step);
    }
  }
  children.push(nodes.length);
  ends.push(marksOf.length);
  marksOf.push(marks.length);
  stepsOf.push(waiting.length);
  return {
    words,
    forms: [...forms.keys()],
    children: Uint32Array.from(children),
    word: Uint32Array.from(word),
    ends: Uint32Array.from(ends),
    marksOf: Uint32Array.from(marksOf),
    marks: Uint32Array.from(marks),
    stepsOf: Uint32Array.from(stepsOf),
    waiting: Uint32Array.from(waiting),
    previous: Int32Array.from(steps, (step) => step.previous),
    gap: Uint32Array.from(steps, (step) => step.gap),
    concept: Int32Array.from(steps, (step) => step.concept),
    pattern: Uint32Array.from(steps, (step) => step.pattern),
    hint: Uint8Array.from(steps, (step) => (step.hint ? 1 : 0)),
  };
}

/** The child that a word leads to, or -1. O(log children). */
export function childOf({ children, word }: Trie, node: number, leading: number): number {
  let from = children[node] ?? 0;
  let to = children[node + 1] ?? 0;
  if (node === 0) return leading >= 0 && leading < to - from ? from + leading : -1;
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = word[middle] ?? 0;
    if (there === leading) return middle;
    if (there < leading) from = middle + 1;
    else to = middle;
  }
  return -1;
}
