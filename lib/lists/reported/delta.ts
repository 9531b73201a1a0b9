/**
 * What changes one state of the reported entries into another. A line of JSON that names both by hash, then `-NUMBER`
 * for every number whose entries go (a tombstone) or change, then `+` and the line of each entry that comes.
 */
import * as v from 'valibot';
import { FeedError } from '../feed/feed-error';
import { MAX_ENTRIES, countOf, readLine, stateHash, stateOf, type ReportedState } from './state';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Head = v.object({ from: hash, to: hash });

/** The delta between two states. Linear. */
export async function deltaOf(from: ReportedState, to: ReportedState): Promise<string> {
  const lines: string[] = [];
  for (const [number, before] of from) {
    const after = to.get(number);
    if (after?.join('\n') === before.join('\n')) continue;
    lines.push(`-${number}`, ...(after ?? []).map((line) => `+${line}`));
  }
  for (const [number, after] of to) if (!from.has(number)) lines.push(...after.map((line) => `+${line}`));
  const head = JSON.stringify({ from: await stateHash(from), to: await stateHash(to) });
  return `${[head, ...lines].join('\n')}\n`;
}

function refused(problem: string): FeedError {
  return new FeedError('ERR_FEED_CONTENT', 'delta', problem);
}

/** The state that a delta leads to. Throws FeedError ERR_FEED_CONTENT where it is for another state or malformed. */
export async function applyDelta(from: ReportedState, delta: string): Promise<ReportedState> {
  const [first = '', ...changes] = delta.split('\n');
  let head: v.InferOutput<typeof Head>;
  try {
    head = v.parse(Head, JSON.parse(first));
  } catch (error) {
    throw new FeedError('ERR_FEED_CONTENT', 'delta', 'its first line is wrong.', error);
  }
  if (changes.pop() !== '') throw refused('it is cut off.');
  if (head.from !== (await stateHash(from))) throw refused('it is for another state.');
  const kept = new Map(from);
  const added: (readonly [string, string])[] = [];
  for (const change of changes) {
    const rest = change.slice(1);
    if (change.startsWith('-')) kept.delete(rest);
    else if (change.startsWith('+')) added.push([readLine(rest).number, rest]);
    else throw refused('a line is neither + nor -.');
  }
  const whole = [...kept].flatMap(([number, lines]) => lines.map((line) => [number, line] as const));
  const state = stateOf([...whole, ...added]);
  if (countOf(state) > MAX_ENTRIES) throw refused('it leads to too many entries.');
  if ((await stateHash(state)) !== head.to) throw refused('it leads to another state than it says.');
  return state;
}
