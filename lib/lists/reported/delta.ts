/**
 * What changes one state of the reported entries into another. A line of JSON that names both by hash, then `-NUMBER`
 * for every number whose entries go (a tombstone) or change, then `+` and the line of each entry that comes. Where the
 * feed has a compact set, the first line names its hashes too, and `=` begins a line with what changes in it: the bytes
 * of compact/changes in base64.
 */
import * as v from 'valibot';
import type { Bytes } from '../feed/bytes';
import { FeedError } from '../feed/feed-error';
import { MAX_ENTRIES, countOf, readLine, stateHash, stateOf, type ReportedState } from './state';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Head = v.object({
  from: hash,
  to: hash,
  numbers: v.optional(v.object({ from: hash, to: hash })),
});

/** A step of the compact set. */
export interface NumbersStep {
  /** Hashes of the set before and after. */
  readonly from: string;
  readonly to: string;
  /** As compact/changes writes them. */
  readonly changes: Bytes;
}

function toBase64(bytes: Bytes): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return btoa(parts.join(''));
}

/** The delta between two states. Linear. */
export async function deltaOf(
  from: ReportedState,
  to: ReportedState,
  numbers?: NumbersStep,
): Promise<string> {
  const lines: string[] = [];
  for (const [number, before] of from) {
    const after = to.get(number);
    if (after?.join('\n') === before.join('\n')) continue;
    lines.push(`-${number}`, ...(after ?? []).map((line) => `+${line}`));
  }
  for (const [number, after] of to) if (!from.has(number)) lines.push(...after.map((line) => `+${line}`));
  if (numbers && numbers.changes.length > 0) lines.push(`=${toBase64(numbers.changes)}`);
  const head = JSON.stringify({
    from: await stateHash(from, numbers?.from),
    to: await stateHash(to, numbers?.to),
    ...(numbers && { numbers: { from: numbers.from, to: numbers.to } }),
  });
  return `${[head, ...lines].join('\n')}\n`;
}

function refused(problem: string): FeedError {
  return new FeedError('ERR_FEED_CONTENT', 'delta', problem);
}

interface DeltaLines {
  readonly head: v.InferOutput<typeof Head>;
  readonly changes: readonly string[];
}

function linesOf(delta: string): DeltaLines {
  const [first = '', ...changes] = delta.split('\n');
  if (changes.pop() !== '') throw refused('it is cut off.');
  try {
    return { head: v.parse(Head, JSON.parse(first)), changes };
  } catch (error) {
    throw new FeedError('ERR_FEED_CONTENT', 'delta', 'its first line is wrong.', error);
  }
}

/** What a delta changes in the compact set; undefined where the feed has none. Throws FeedError ERR_FEED_CONTENT. */
export function numbersStep(delta: string): NumbersStep | undefined {
  const { head, changes } = linesOf(delta);
  const lines = changes.filter((line) => line.startsWith('='));
  if (!head.numbers) return undefined;
  if (lines.length > 1) throw refused('it changes the compact set twice.');
  try {
    const binary = atob((lines[0] ?? '=').slice(1));
    return { ...head.numbers, changes: Uint8Array.from(binary, (char) => char.charCodeAt(0)) };
  } catch (error) {
    throw new FeedError('ERR_FEED_CONTENT', 'delta', 'its changes of the compact set are no base64.', error);
  }
}

/** The state that a delta leads to. Throws FeedError ERR_FEED_CONTENT where it is for another state or malformed. */
export async function applyDelta(from: ReportedState, delta: string): Promise<ReportedState> {
  const { head, changes } = linesOf(delta);
  if (head.from !== (await stateHash(from, head.numbers?.from))) throw refused('it is for another state.');
  const kept = new Map(from);
  const added: (readonly [string, string])[] = [];
  for (const change of changes) {
    const rest = change.slice(1);
    if (change.startsWith('-')) kept.delete(rest);
    else if (change.startsWith('+')) added.push([readLine(rest).number, rest]);
    else if (!change.startsWith('=') || !head.numbers) throw refused('a line is neither +, - nor =.');
  }
  const whole = [...kept].flatMap(([number, lines]) => lines.map((line) => [number, line] as const));
  const state = stateOf([...whole, ...added]);
  if (countOf(state) > MAX_ENTRIES) throw refused('it leads to too many entries.');
  if ((await stateHash(state, head.numbers?.to)) !== head.to)
    throw refused('it leads to another state than it says.');
  return state;
}
