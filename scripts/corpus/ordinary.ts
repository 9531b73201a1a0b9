/**
 * Prints generated ordinary messages as jsonl: variants of own writing, for measuring rates below 1%.
 *
 * usage: tsx scripts/corpus/ordinary.ts --part train|held [--count 15000] [--seed 1]
 */
import { parseArgs } from 'node:util';
import { generateOrdinary } from './generate';

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'train' },
    count: { type: 'string', default: '15000' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.part !== 'train' && values.part !== 'held') throw new Error('--part is train or held');
for (const message of generateOrdinary(values.part, Number(values.count), Number(values.seed)))
  process.stdout.write(`${JSON.stringify(message)}\n`);
