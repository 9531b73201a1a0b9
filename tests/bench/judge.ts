/**
 * Speed of a verdict, and of the phrase pack's first load, in one run:
 *   npm run bench:judge
 * Aims: 0.3 ms for a message of about 100 words, 60 ms for the pack, cold.
 */
import { readFileSync } from 'node:fs';
import { analyse } from '../../lib/analysis/analyse';
import { UNKNOWN } from '../../lib/lists/standing';
import { compilePack } from '../../lib/phrasing/compile';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';
import { readRows } from '../../scripts/train/corpus';

const FEWEST = 80;
const MOST = 120;
const ROUNDS = 9;

function timed<T>(work: () => T): readonly [ms: number, given: T] {
  const start = performance.now();
  const given = work();
  return [performance.now() - start, given];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

const file = readFileSync(new URL('../../public/feed/phrase-pack.json', import.meta.url), 'utf8');
const [parsing, parsed] = timed(() => parsePhrasePack(JSON.parse(file)));
const [compiling, pack] = timed(() => compilePack(parsed));
console.log(`pack, cold: read and check ${parsing.toFixed(0)} ms, compile ${compiling.toFixed(0)} ms`);

const texts = readRows('messages-train.jsonl')
  .map(({ text }) => text)
  .filter((text) => {
    const words = text.split(/\s+/).length;
    return words >= FEWEST && words <= MOST;
  });
const context = { pack, now: '2026-01-01', standing: () => UNKNOWN };
const judge = (text: string): number => timed(() => analyse({ text }, context))[0];
const [first] = texts;
if (first === undefined) throw new Error('no texts of that length');
console.log(`first verdict, cold: ${judge(first).toFixed(1)} ms`);
for (const text of texts) judge(text);
const best = texts.map((text) => Math.min(...Array.from({ length: ROUNDS }, () => judge(text))));
console.log(
  `${String(texts.length)} messages of ${String(FEWEST)} to ${String(MOST)} words: median ${median(best).toFixed(2)} ms`,
);
