import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../../lib/lists/feed/bytes';
import { publishedState, targetsOf } from '../../../../lib/lists/publish/content';
import type { Files } from '../../../../lib/lists/publish/proposal';
import { readReportedIndex } from '../../../../lib/lists/feed/content-schema';
import { planReported } from '../../../../lib/lists/reported/plan';
import { applyDelta, deltaOf } from '../../../../lib/lists/reported/delta';
import {
  chunksOf,
  readChunk,
  stateBytes,
  stateHash,
  stateOf,
  stateOfEntries,
  type ReportedState,
} from '../../../../lib/lists/reported/state';
import { reportOf } from '../fresh-database';

const entry = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3 }))
  .map(([number, text]) => ({
    ...reportOf(`Giả danh ${String(text)} "công an"`),
    number: `+8491${String(1_000_000 + number)}`,
  }));
const states = fc.array(entry, { maxLength: 30 }).map(stateOfEntries);
const INFO = {
  format: 1,
  version: '2026.11.25',
  published: '2026-11-25',
  name: { vi: 'Thử', en: 'Test' },
} as const;

/** What a client makes of targets that holds `from`, and the bytes that it takes. */
async function reach(targets: Files, from: ReportedState | undefined): Promise<ReportedState> {
  const file = (name: string) => textOf(targets.get(name) ?? new Uint8Array());
  const index = readReportedIndex(targets.get('reported.json') ?? new Uint8Array());
  const have = from && (await stateHash(from));
  const plan = planReported(index, have, (name) => targets.get(name)?.length ?? 0);
  if (!plan) throw new Error('no way');
  let state = plan.base ? stateOf(plan.base.flatMap((name) => readChunk(file(name)))) : (from ?? new Map());
  for (const name of plan.deltas) state = await applyDelta(state, file(name));
  return state;
}

describe('reported entries', () => {
  test('a delta leads from any state to any other, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(states, states, async (from, to) => {
        const reached = await applyDelta(from, await deltaOf(from, to));
        expect(stateBytes(reached)).toEqual(stateBytes(to));
      }),
    );
  });

  test('a client of any age comes to the full set, by base or by deltas, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(states, { minLength: 1, maxLength: 8 }), async (history) => {
        let targets: Files | undefined;
        for (const reported of history) targets = await targetsOf({ info: INFO, reported }, targets);
        const last = history.at(-1) ?? new Map<string, string[]>();
        if (!targets) throw new Error('nothing published');
        expect(stateBytes(await publishedState(targets))).toEqual(stateBytes(last));
        for (const held of [undefined, ...history]) {
          expect(stateBytes(await reach(targets, held))).toEqual(stateBytes(last));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('chunks put together are the whole, none is longer than asked', () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 600, max: 2000 }), (state, max) => {
        const chunks = chunksOf(state, max);
        for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(max);
        expect(stateBytes(stateOf(chunks.flatMap((chunk) => readChunk(textOf(chunk)))))).toEqual(
          stateBytes(state),
        );
      }),
    );
  });

  test('a delta for another state, one that is cut off, and one that leads elsewhere are refused', async () => {
    const [a, b, c] = ['một', 'hai', 'ba'].map((text) =>
      stateOfEntries([{ ...reportOf(text), number: '+84911000000' }]),
    );
    if (!a || !b || !c) throw new Error('three states');
    const delta = await deltaOf(a, b);
    const refusal = { code: 'ERR_FEED_CONTENT' };
    await expect(applyDelta(c, delta)).rejects.toMatchObject(refusal);
    await expect(applyDelta(a, delta.slice(0, -1))).rejects.toMatchObject(refusal);
    await expect(applyDelta(a, delta.replace('hai', 'tám'))).rejects.toMatchObject(refusal);
    await expect(applyDelta(a, `${delta}+{"number":"113"}\n`)).rejects.toMatchObject(refusal);
  });

  test('an entry that says it is practice, or has parts nobody knows, is no entry of a feed', () => {
    const [line = ''] =
      stateOfEntries([{ ...reportOf('x'), number: '+84911000000' }]).get('+84911000000') ?? [];
    expect(readChunk(`${line}\n`)).toHaveLength(1);
    expect(() => readChunk(`${line.replace('{', '{"practice":true,')}\n`)).toThrow('ERR_FEED_CONTENT');
    expect(() => readChunk(`${line.replace('{', '{"a":1,')}\n`)).toThrow('ERR_FEED_CONTENT');
  });
});
