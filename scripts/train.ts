/**
 * Trains the judge of the phrase pack on the labelled messages of tests/corpus, chooses its thresholds on messages of
 * writers that training did not see, and writes the pack and docs/model-card.md. No randomness: the same input gives the
 * same bytes.
 *
 * usage: tsx scripts/train.ts [--dry]
 * `--dry` prints the figures and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compilePack } from '../lib/phrasing/compile';
import { parsePhrasePack } from '../lib/phrasing/pack-schema';
import { calibrate } from './train/calibrate';
import { modelCard } from './train/card';
import { trainingRows, type Row } from './train/corpus';
import { crossValidate } from './train/cross-validate';
import { fit, SETTINGS } from './train/fit';
import { foldsByWriter, FOLDS } from './train/folds';
import { judgeGenerated } from './train/generated';
import { sampleOf, type Sample } from './train/samples';
import { chooseThresholds } from './train/thresholds';
import { variantsOf } from './train/variants';
import { commonWords } from './train/words';

const PACK = new URL('../public/feed/phrase-pack.json', import.meta.url);
const CARD = new URL('../docs/model-card.md', import.meta.url);

const { values } = parseArgs({ options: { dry: { type: 'boolean', default: false } } });
const rows = trainingRows();
const before = { ...parsePhrasePack(JSON.parse(readFileSync(PACK, 'utf8'))), words: undefined };
const pack = { ...before, words: commonWords(rows, compilePack(before)) };
const compiled = compilePack(pack);
const samples = new Map<Row, readonly Sample[]>(
  rows.map((row, index) => [
    row,
    variantsOf(row, index).map(({ text, weight }) => sampleOf(text, row.label, weight, compiled)),
  ]),
);
const samplesOf = (row: Row): readonly Sample[] => samples.get(row) ?? [];

const folds = foldsByWriter(rows, FOLDS);
const judgements = crossValidate(rows, samplesOf, (row) => folds.get(row.writer) ?? 0, compiled, SETTINGS);
const calibration = calibrate(judgements);
const thresholds = chooseThresholds(judgements, calibration);
const judge = { thresholds, calibration, ...fit(rows.flatMap(samplesOf), SETTINGS) };
const trained = parsePhrasePack({ ...pack, judge });
const card = modelCard({
  pack: trained,
  rows,
  judgements,
  folds,
  generated: judgeGenerated(compilePack(trained)),
});
console.log(card);
if (!values.dry) {
  writeFileSync(PACK, `${JSON.stringify(trained, null, 1)}\n`);
  writeFileSync(CARD, card);
}
