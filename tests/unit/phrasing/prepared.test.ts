import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { UNKNOWN } from '../../../lib/lists/standing';
import { compilePack } from '../../../lib/phrasing/compile';
import { parsePhrasePack, type PhrasePack } from '../../../lib/phrasing/pack-schema';
import { preparePack, readPrepared } from '../../../lib/phrasing/prepared';
import { SENSITIVITIES, withSensitivity } from '../../../lib/phrasing/sensitivity';
import { pack, source } from './pack';

/** As a database gives it back. */
const kept = (compiled: typeof pack) => readPrepared(structuredClone(preparePack(compiled)));
const again = kept(pack);
const texts = ['messages-dev.jsonl', 'disguised-own.jsonl']
  .flatMap((file) => readFileSync(new URL(`../../corpus/${file}`, import.meta.url), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { text: string }).text);

describe('a pack that was kept', () => {
  it('is the same but for what judging does not ask for', () => {
    const { pack: working, concepts, byId, ...others } = pack;
    const { pack: readWorking, concepts: readConcepts, byId: readById, ...readOthers } = again;
    expect(readOthers).toEqual(others);
    expect([...readOthers.vocabulary]).toEqual([...others.vocabulary]);
    expect([...readOthers.trie.words]).toEqual([...others.trie.words]);
    expect(working.judge).toEqual({ ...readWorking.judge, grams: working.judge.grams });
    expect(working.negation).toMatchObject(readWorking.negation);
    expect(concepts).toMatchObject(readConcepts);
    expect([...readById.keys()]).toEqual([...byId.keys()]);
    for (const concept of readConcepts) expect(readById.get(concept.id)).toBe(concept);
  });

  it.each(SENSITIVITIES)('judges every message the same, to the last digit: %s', (step) => {
    const judge = (compiled: Parameters<typeof withSensitivity>[0]) => {
      const context = { pack: withSensitivity(compiled, step), standing: () => UNKNOWN, now: '2026-11-29' };
      return texts.map((text) => JSON.stringify(analyse({ text }, context)));
    };
    expect(texts.length).toBeGreaterThan(300);
    expect(judge(again)).toEqual(judge(pack));
  });

  it('may have no model of word runs, no short spellings and no words', () => {
    const parsed = parsePhrasePack(source);
    const judge = { ...parsed.judge, grams: undefined };
    const bare: PhrasePack = { ...parsed, words: undefined, aliases: {}, oddEndings: [], judge };
    const compiled = compilePack(bare);
    const { aliases, oddEndings, grams, vocabulary } = kept(compiled);
    expect({ aliases, oddEndings, grams, vocabulary }).toEqual({
      aliases: new Map(),
      oddEndings: new Set(),
      grams: undefined,
      vocabulary: compiled.vocabulary,
    });
  });

  it('is small, and has no text of patterns or examples', () => {
    const prepared = preparePack(pack);
    const [example = ''] = pack.concepts[0]?.examples ?? [];
    expect(JSON.stringify({ ...prepared, trie: undefined, grams: undefined })).not.toContain(example);
    const bytes = Object.values({ ...prepared.trie, ...prepared.grams }).map((one) =>
      ArrayBuffer.isView(one) ? one.byteLength : 0,
    );
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(1_300_000);
  });
});
