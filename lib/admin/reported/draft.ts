/** The draft of a reported list: what is published, and the changes over it. Pure; every edit gives a new draft. */
import { stateOf, type ReportedState } from '../../lists/reported/state';
import { changesNothing, type Change, type Reason } from './change';
import type { RowSource } from './table';

export type Changes = ReadonlyMap<string, Change>;

/** What an edit did, and what takes it back: the changes of the same numbers as they were before. */
export interface Edit {
  readonly draft: ReportedDraft;
  /** For the store: undefined takes a change back. */
  readonly written: ReadonlyMap<string, Change | undefined>;
  readonly undo: ReadonlyMap<string, Change | undefined>;
}

const NO_LINES: readonly string[] = [];

/** The reported list as it will be: what is published and the changes to it. */
export class ReportedDraft {
  constructor(
    readonly published: ReportedState,
    readonly changes: Changes = new Map(),
  ) {}

  /** The draft over a list that somebody else may have changed meanwhile: what is published by now is no change. */
  static over(published: ReportedState, changes: Changes): ReportedDraft {
    const still = [...changes].filter(
      ([, change]) => !changesNothing(change, (number) => published.get(number) ?? NO_LINES),
    );
    return new ReportedDraft(published, new Map(still));
  }

  /** The entries of a number as the draft has them. */
  linesOf(number: string): readonly string[] {
    return this.changes.get(number)?.lines ?? this.published.get(number) ?? NO_LINES;
  }

  /** Sets the entries of numbers; an empty list removes the number. Where nothing differs from what is published, no change stays. */
  set(lines: ReadonlyMap<string, readonly string[]>, reason: Reason): Edit {
    const written = new Map<string, Change | undefined>();
    for (const [number, next] of lines) {
      const change = { number, lines: [...new Set(next)].sort(), reason };
      const same = changesNothing(change, (one) => this.published.get(one) ?? NO_LINES);
      written.set(number, same ? undefined : change);
    }
    return this.write(written);
  }

  /** Adds entries to numbers, beside those that are there. */
  add(entries: Iterable<readonly [number: string, line: string]>, reason: Reason): Edit {
    const lines = new Map<string, string[]>();
    for (const [number, line] of entries) {
      const known = lines.get(number) ?? [...this.linesOf(number)];
      known.push(line);
      lines.set(number, known);
    }
    return this.set(lines, reason);
  }

  /** Takes numbers out. */
  remove(numbers: Iterable<string>, reason: Reason): Edit {
    return this.set(new Map(Array.from(numbers, (number) => [number, NO_LINES] as const)), reason);
  }

  /** Writes changes as they are: an undo, or what the store held. */
  write(written: ReadonlyMap<string, Change | undefined>): Edit {
    const changes = new Map(this.changes);
    const undo = new Map<string, Change | undefined>();
    for (const [number, change] of written) {
      undo.set(number, this.changes.get(number));
      if (change) changes.set(number, change);
      else changes.delete(number);
    }
    return { draft: new ReportedDraft(this.published, changes), written, undo };
  }

  /** The whole set as it will be published. */
  state(): ReportedState {
    if (this.changes.size === 0) return this.published;
    const kept = [...this.published].filter(([number]) => !this.changes.has(number));
    const changed = [...this.changes.values()].map(({ number, lines }) => [number, lines] as const);
    return stateOf(
      [...kept, ...changed].flatMap(([number, lines]) => lines.map((line) => [number, line] as const)),
    );
  }

  /** One row for each entry, in the order of numbers; those of removed numbers stay visible as removed. */
  *rows(): Generator<RowSource> {
    const numbers = [...new Set([...this.published.keys(), ...this.changes.keys()])].sort();
    for (const number of numbers) {
      const before = this.published.get(number) ?? NO_LINES;
      const change = this.changes.get(number);
      if (!change) for (const line of before) yield { number, line, state: 'kept' };
      else if (change.lines.length === 0) for (const line of before) yield { number, line, state: 'removed' };
      else {
        for (const line of change.lines) {
          const state = before.includes(line) ? 'kept' : before.length > 0 ? 'changed' : 'added';
          yield { number, line, state };
        }
      }
    }
  }
}
