/**
 * Speed of the number scanner beside a bare loop over the text and libphonenumber-js, in one run:
 *   npm run bench
 * It is bundled and minified first, as what ships is. Every figure is a median over alternating rounds; read the ratios,
 * the milliseconds depend on the machine.
 *
 * Where the time goes: the rows from `fold with the automaton` to `our fold + numbers` each add a step. On (a) in nodes, in
 * times of the loop: 1.3 the fold (as a look-up and a store alone), 0.2 number words, 1.7 the numbers; of these, pieces,
 * dates, amounts and candidates would take 0.9 where all digits went that way. Nine numbers of ten are plain and need none
 * of that (lib/numbers/clear.ts): their digits are read once, then the words around are weighed. One unit in 116 starts a
 * run of digits: 2,100 candidates are weighed for 1,900 numbers, each by 3.6 words before it and 3 behind.
 */
import { findPhoneNumbersInText as findMax } from 'libphonenumber-js/max';
import { findPhoneNumbersInText as findMin } from 'libphonenumber-js/min';
import { findNumbers, foldNumbers } from '../../lib/numbers/find-numbers';
import { fold } from '../../lib/text/fold';
import { candidateAt } from '../../lib/numbers/candidate';
import { claimPieces } from '../../lib/numbers/claims';
import { foldAlong } from '../../lib/numbers/fold-along';
import { PieceReader } from '../../lib/numbers/pieces';
import { readSpoken } from '../../lib/numbers/words';
import { ASCII } from '../../lib/text/fold-table';
import { measure, over, type Parts, type Row } from './measure';
import { digitsAndSeparators, nodesOf, numberWords, onlyDigits, prose } from './texts';

type Work = (text: string) => number;

const MB = 1_000_000;
const KEPT = new Uint16Array(2 * MB);
const STRETCH = 256;

const loop: Work = (text) => {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (sum + text.charCodeAt(index)) | 0;
  return sum;
};
/** The least that a fold does. */
const lookUp: Work = (text) => {
  const [table, kept] = [ASCII, KEPT];
  const length = Math.min(text.length, kept.length);
  for (let index = 0; index < length; index++) kept[index] = table[text.charCodeAt(index)] ?? 0;
  return kept[0] ?? 0;
};
const foldOnly: Work = (text) => fold(text).text.length;
const along: Work = (text) => foldAlong(text).stops.length;
// The steps of `ours` one after another, so that each row shows what the next step adds, for digits that are not plain. Of
// long texts the first pieces only.
const words: Work = (text) => {
  const met = foldAlong(text);
  return readSpoken(met, met.stops).length;
};
const pieces: Work = (text) => piecesOf(text).pieces.length;
const candidates: Work = (text) => {
  const { units, pieces } = piecesOf(text);
  const line = { text: units, pieces, claimed: claimPieces(units, pieces) };
  let count = 0;
  for (let index = 0; index < pieces.length; count++) index = 1 + (candidateAt(line, index)?.last ?? index);
  return count;
};
const ours: Work = (text) => foldNumbers(text).numbers.length;
function piecesOf(text: string) {
  const met = foldAlong(text);
  const reader = new PieceReader(met.units, met.marks, readSpoken(met, met.stops));
  return { units: met.units, pieces: reader.read(0, STRETCH) };
}

/** The string of the folded text is made when it is asked for: whoever looks for phrases does, a list of numbers does not. */
const oursAndText: Work = (text) => {
  const { numbers, folded } = foldNumbers(text);
  return numbers.length + folded.text.length;
};
const min: Work = (text) => findMin(text, 'VN').length;
const max: Work = (text) => findMax(text, 'VN').length;

/** The scanner alone: texts are folded before the clock starts. */
function scanner(texts: readonly string[]): Parts {
  return over(
    texts.map((text) => fold(text)),
    (text) => findNumbers(text).numbers.length,
  );
}

function report(title: string, texts: readonly string[], peers: boolean): Map<string, Row> {
  const rows = measure([
    ['charCodeAt loop', over(texts, loop)],
    ['a look-up and a store', over(texts, lookUp)],
    ['fold alone', over(texts, foldOnly)],
    ['fold with the automaton', over(texts, along)],
    ['and number words', over(texts, words)],
    ['and pieces', over(texts, pieces)],
    ['and candidates', over(texts, candidates)],
    ['our scanner alone', scanner(texts)],
    ['our fold + numbers', over(texts, ours)],
    ['the same, and its string', over(texts, oursAndText)],
    ...(peers
      ? ([
          ['libphonenumber-js/min', over(texts, min)],
          ['libphonenumber-js/max', over(texts, max)],
        ] as const)
      : []),
  ]);
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  console.log(`\n${title}: ${texts.length} text(s), ${units} UTF-16 units`);
  for (const { name, ms, ratio } of rows) {
    const perUnit = ((ms * 1e6) / units).toFixed(2);
    console.log(
      `  ${name.padEnd(24)} ${ms.toFixed(2).padStart(9)} ms  ${perUnit.padStart(8)} ns/unit  ${ratio.toFixed(2).padStart(7)} x loop`,
    );
  }
  const unitMs = rows.map((row): [string, Row] => [row.name, { ...row, ms: row.ms / units }]);
  return new Map(unitMs);
}

/** The texts made to cost much beside the same amount of prose, cut in the same way. */
function judge(hard: Map<string, Row>, plain: Map<string, Row>): void {
  const factor = cost(hard, mine) / cost(plain, mine);
  console.log(`  ${factor.toFixed(2)} times its own cost per unit on (a) (aim 3)`);
}

const peers = !process.argv.includes('--ours');
const text = prose(MB);
const nodes = report('(a) prose in nodes of 200', nodesOf(text), peers);
report(
  '(a) those of the nodes that have no digits',
  nodesOf(text).filter((node) => !/\d/.test(node)),
  false,
);
const whole = report('(a) prose as one string', [text], peers);
const cost = (rows: Map<string, Row>, name: string): number => rows.get(name)?.ms ?? NaN;
const mine = 'our fold + numbers';
console.log(`\n  per node ${(cost(nodes, mine) / cost(nodes, 'charCodeAt loop')).toFixed(1)} x loop (aim 4)`);
if (peers) {
  const faster = cost(nodes, 'libphonenumber-js/min') / cost(nodes, mine);
  console.log(`  per node ${faster.toFixed(1)} times faster than libphonenumber-js/min (aim 10)`);
}
const hostile = [
  ['(b) digits', onlyDigits(MB)],
  ['(c) digits and separators in turn', digitsAndSeparators(MB)],
  ['(d) number words', numberWords(MB)],
] as const;
for (const [title, hard] of hostile) {
  // libphonenumber-js takes minutes on some of these whole, so it gets them in nodes.
  judge(report(title, [hard], false), whole);
  judge(report(`${title}, in nodes of 200`, nodesOf(hard), peers), nodes);
}
