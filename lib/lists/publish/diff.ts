/** What a publication would change, counted. Pure. */
import { BlockView } from '../compact/block';
import { GONE } from '../compact/changes';
import { numberOf } from '../compact/number-key';
import { blockFor, shapeOf } from '../compact/shape';
import { changesBetween } from '../compact/whole-set';
import type { Bytes } from '../feed/bytes';
import type { ReportedState } from '../reported/state';

export interface ReportedDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Numbers that stay, with other entries. */
  readonly changed: readonly string[];
}

/** Numbers that come, go or change between two states. Linear. */
export function diffReported(from: ReportedState, to: ReportedState): ReportedDiff {
  const both = [...to.keys()].filter((number) => from.has(number));
  return {
    added: [...to.keys()].filter((number) => !from.has(number)),
    removed: [...from.keys()].filter((number) => !to.has(number)),
    changed: both.filter((number) => from.get(number)?.join('\n') !== to.get(number)?.join('\n')),
  };
}

/** How many numbers the blocks of a compact set hold. */
export function countNumbers(blocks: readonly Bytes[]): number {
  return blocks.reduce((sum, block) => sum + new BlockView(block).count, 0);
}

/** Numbers that come, go or change between two compact sets, given by their blocks. Reads only blocks that differ. */
export function diffNumbers(from: readonly Bytes[], to: readonly Bytes[]): ReportedDiff {
  const views = from.map((block) => new BlockView(block));
  const shape = shapeOf(views.map(({ place }) => place));
  const diff = { added: [] as string[], removed: [] as string[], changed: [] as string[] };
  const { keys, records } = changesBetween(from, to);
  keys.forEach((key, i) => {
    const stood = views[blockFor(shape, key)]?.find(key) !== undefined;
    diff[records[i] === GONE ? 'removed' : stood ? 'changed' : 'added'].push(numberOf(key));
  });
  return diff;
}

/** Entries of one part of a list, such as its hotlines, that come, go or change. */
export interface PartDiff {
  readonly part: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** JSON whose fields are in order: a form may write them in another one, which is no change. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function entriesOf(document: unknown): Map<string, Map<string, string>> {
  const parts = new Map<string, Map<string, string>>();
  if (typeof document !== 'object' || document === null) return parts;
  for (const [part, value] of Object.entries(document)) {
    if (part === 'version' || part === 'published' || part === 'format') continue;
    if (typeof value !== 'object' || value === null) {
      parts.set(part, new Map([['', textOf(value)]]));
      continue;
    }
    const entries = Object.entries(value as Record<string, unknown>).map(([key, entry]) => {
      const named = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
      const name = Array.isArray(value) ? (named.id ?? named.number ?? named.domain) : undefined;
      return [typeof name === 'string' ? name : key, textOf(entry)] as const;
    });
    parts.set(part, new Map(entries));
  }
  return parts;
}

/** What changes in a list that is one document (directory, packs), part by part; parts without change are left out. */
export function diffDocument(from: unknown, to: unknown): PartDiff[] {
  const [before, after] = [entriesOf(from), entriesOf(to)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((part) => {
    const [old, next] = [
      before.get(part) ?? new Map<string, string>(),
      after.get(part) ?? new Map<string, string>(),
    ];
    const added = [...next.keys()].filter((key) => !old.has(key)).length;
    const removed = [...old.keys()].filter((key) => !next.has(key)).length;
    const changed = [...next].filter(([key, text]) => old.has(key) && old.get(key) !== text).length;
    return added + removed + changed > 0 ? [{ part, added, removed, changed }] : [];
  });
}
