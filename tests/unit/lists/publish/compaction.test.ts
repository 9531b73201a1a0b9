/** What the publisher keeps so that a browser of any age comes to the present state by the fewest bytes. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { textOf } from '../../../../lib/lists/feed/bytes';
import { readReportedIndex, type ReportedIndex } from '../../../../lib/lists/feed/content-schema';
import { BASE_DELTAS, KEPT_DELTAS, targetsOf } from '../../../../lib/lists/publish/content';
import type { Files } from '../../../../lib/lists/publish/proposal';
import { applyDelta } from '../../../../lib/lists/reported/delta';
import { planReported } from '../../../../lib/lists/reported/plan';
import {
  readChunk,
  stateBytes,
  stateHash,
  stateOf,
  stateOfEntries,
  type ReportedState,
} from '../../../../lib/lists/reported/state';
import { reportOf } from '../fresh-database';

// Hundreds of publications; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const INFO = {
  format: 1,
  version: '2026.11.25',
  published: '2026-11-25',
  name: { vi: 'Thử', en: 'Test' },
} as const;

const stateWith = (numbers: Iterable<number>): ReportedState =>
  stateOfEntries(
    [...numbers].map((number) => ({
      ...reportOf('Giả danh công an'),
      number: `+8491${String(1_000_000 + number)}`,
    })),
  );
const indexOf = (targets: Files): ReportedIndex =>
  readReportedIndex(targets.get('reported.json') ?? new Uint8Array());
const lengthIn = (targets: Files) => (name: string) => targets.get(name)?.length ?? 0;
const cost = (targets: Files, names: readonly string[]) =>
  names.reduce((sum, name) => sum + lengthIn(targets)(name), 0);

/** Bytes of the deltas from a state to the present one; undefined where they do not lead there. Asks no plan of ours. */
function costOfDeltas(targets: Files, from: string): number | undefined {
  const { deltas, state } = indexOf(targets);
  let [at, sum] = [from, 0];
  for (let steps = 0; at !== state; steps++) {
    const step = deltas.find((delta) => delta.from === at);
    if (!step || steps > deltas.length) return undefined;
    sum += lengthIn(targets)(step.file);
    at = step.to;
  }
  return sum;
}

async function published(history: readonly ReportedState[]): Promise<Files> {
  let targets: Files | undefined;
  for (const reported of history) targets = await targetsOf({ info: INFO, reported }, targets);
  if (!targets) throw new Error('nothing published');
  return targets;
}

/** What a browser makes of the targets, and the bytes that it takes. */
async function walk(targets: Files, held: ReportedState | undefined) {
  const file = (name: string) => textOf(targets.get(name) ?? new Uint8Array());
  const index = indexOf(targets);
  const plan = planReported(index, held && (await stateHash(held)), lengthIn(targets));
  if (!plan) throw new Error('no way');
  let state = plan.base ? stateOf(plan.base.flatMap((name) => readChunk(file(name)))) : (held ?? new Map());
  for (const name of plan.deltas) state = await applyDelta(state, file(name));
  return { state, bytes: cost(targets, [...(plan.base ?? []), ...plan.deltas]) };
}

test('any age, any edits: the full set byte for byte, by base or deltas, whichever is fewer bytes', async () => {
  const set = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }).map(stateWith);
  await fc.assert(
    fc.asyncProperty(fc.array(set, { minLength: 1, maxLength: 7 }), async (history) => {
      const targets = await published(history);
      const last = stateBytes(history.at(-1) ?? new Map());
      const { base } = indexOf(targets);
      const byBase = cost(targets, base.chunks) + (costOfDeltas(targets, base.state) ?? Infinity);
      for (const held of [undefined, ...history]) {
        const { state, bytes } = await walk(targets, held);
        expect(stateBytes(state)).toEqual(last);
        const byDeltas = held && costOfDeltas(targets, await stateHash(held));
        expect(bytes).toBe(Math.min(byBase, byDeltas ?? Infinity));
      }
    }),
    { numRuns: 40 },
  );
});

test('a removed number is gone for everybody with the next update', async () => {
  const [with5, without5] = [stateWith([1, 2, 3, 4, 5]), stateWith([1, 2, 3, 4])];
  const targets = await published([stateWith([1, 5]), with5, without5]);
  for (const held of [undefined, with5, stateWith([1, 5])]) {
    const { state } = await walk(targets, held);
    expect(state.has('+84911000005')).toBe(false);
    expect(state.size).toBe(4);
  }
});

test('daily publications for months: the index stays small, and a browser of last month takes deltas', async () => {
  const many = Array.from({ length: 250 }, (_, i) => i);
  const days = Array.from({ length: 100 }, (_, day) => stateWith([...many, 1000 + day]));
  let targets: Files | undefined;
  let bases = 0;
  let last = '';
  for (const reported of days) {
    targets = await targetsOf({ info: INFO, reported }, targets);
    const { base, deltas } = indexOf(targets);
    expect(deltas.length).toBeLessThanOrEqual(KEPT_DELTAS);
    if (base.state !== last) bases++;
    last = base.state;
  }
  expect(bases).toBeLessThanOrEqual(Math.ceil(days.length / BASE_DELTAS));
  if (!targets) throw new Error('nothing published');
  const base = cost(targets, indexOf(targets).base.chunks);
  const { state, bytes } = await walk(targets, days.at(-30));
  expect(stateBytes(state)).toEqual(stateBytes(days.at(-1) ?? new Map()));
  expect(bytes).toBeLessThan(base / 3);
  expect(stateBytes((await walk(targets, days[0])).state)).toEqual(stateBytes(days.at(-1) ?? new Map()));
});

test('a change of more than a megabyte is a new base', async () => {
  const [few, many] = [stateWith([1, 2, 3]), stateWith(Array.from({ length: 6000 }, (_, i) => i))];
  const targets = await published([few, many]);
  for (const [name, bytes] of targets) expect(bytes.length, name).toBeLessThanOrEqual(1_000_000);
  expect(indexOf(targets)).toMatchObject({ deltas: [], base: { chunks: expect.any(Array) as string[] } });
  // Vitest compares a million bytes one by one.
  expect(Buffer.compare(stateBytes((await walk(targets, few)).state), stateBytes(many))).toBe(0);
});
