import { fold } from '../../text/fold';
import { nameWords, type NameWord } from './name-words';

/** Names by their words, to be found in texts. */
export class NameTable<T> {
  readonly #root: Node<T> = { next: new Map() };

  /** Adds a name; of two entries under one name the first stays. */
  add(name: string, entry: T): void {
    let node = this.#root;
    for (const { word } of nameWords(fold(name))) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map() }));
      node = next;
    }
    if (node !== this.#root) node.entry ??= entry;
  }

  /** The longest names that begin at each word, none inside another. Linear: names are short. */
  find(words: readonly NameWord[]): FoundName<T>[] {
    const found: FoundName<T>[] = [];
    for (let from = 0; from < words.length; from++) {
      let node: Node<T> | undefined = this.#root;
      let best: FoundName<T> | undefined;
      for (let to = from; node && to < words.length; to++) {
        node = node.next.get(words[to]?.word ?? '');
        if (node?.entry !== undefined) best = { entry: node.entry, from, to: to + 1 };
      }
      if (!best) continue;
      found.push(best);
      from = best.to - 1;
    }
    return found;
  }
}

/** A name found at words [from, to). */
export interface FoundName<T> {
  readonly entry: T;
  readonly from: number;
  readonly to: number;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  entry?: T;
}
