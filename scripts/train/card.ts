import { decodeKeys, KEY_BITS } from '../../lib/phrasing/gram-keys';
import type { Judged } from '../../lib/phrasing/judge-phrases';
import type { PhrasePack } from '../../lib/phrasing/pack-schema';
import { LABELS, type Label, type Row } from './corpus';
import type { Judgement } from './cross-validate';
import { share, shown } from './figures';
import { SETTINGS } from './fit';
import { generatedSection, type OnGenerated } from './generated';
import { judgedBy, TARGETS } from './thresholds';

interface Training {
  readonly generated: OnGenerated;
  readonly pack: PhrasePack;
  readonly rows: readonly Row[];
  readonly judgements: readonly Judgement[];
  readonly folds: ReadonlyMap<string, number>;
}

type Scored = Judged & { readonly row: Row };

const LOUD = ['caution', 'danger'];
const WORST = 12;
const MAX_QUOTE = 220;
const ENGLISH = new Set(['english']);

/** The model card: what the judge was trained on, what it does on writers it did not see, where it errs. Markdown. */
export function modelCard({ pack, rows, judgements, folds, generated }: Training): string {
  const judged = judgedBy(judgements, {
    thresholds: pack.judge.thresholds,
    calibration: pack.judge.calibration,
  });
  const scored: Scored[] = judgements.map(({ row }, index) => ({ ...(judged[index] as Judged), row }));
  const { thresholds, calibration } = pack.judge;
  const all = table(
    ['all', ...LABELS.map(String)],
    [['messages', ...LABELS.map((label) => count(rows, label))]],
  );
  return [
    '# Model card: the judge of the phrase pack',
    `Written by \`npm run train\`; do not edit. Figures are of writers that the model in question never saw: the writers are parted into ${String(new Set(folds.values()).size)} folds, each judged by a model fitted on the others. Shares with 95% Wilson intervals.`,
    'Many writers wrote one class or one kind only, so a fold also takes a kind of text away from training: new hands should fare better than these figures. `tests/corpus/messages-figures.json` has those of sets that training never saw.',
    '## What it is',
    `Softmax regression over scam, warning and ordinary: ${String(Object.keys(pack.judge.scam).length)} features of concepts and length, and ${String(decodeKeys(pack.judge.grams?.keys ?? '')?.length ?? 0)} runs of one to three words that stand in at least ${String(SETTINGS.minRuns)} messages, known by ${String(KEY_BITS)} bits of their hash, one byte for each voice.`,
    "Words in quotation marks are left out: they are another's. Runs of letters were tried and made unseen writers worse.",
    `Thresholds of the calibrated score: danger ${String(thresholds.danger)} (piece of a long text ${String(thresholds.piece)}), caution ${String(thresholds.caution)} (one concept ${String(thresholds.alone)}); danger and caution ask for two concepts found, danger also that the voice of a text about scams is at most ${String(thresholds.ruledOut)} likely and fewer than three of its concepts found.`,
    `Chosen as the lowest that keep to: danger at most ${percent(TARGETS.danger.warning)} of warnings and ${percent(TARGETS.danger.benign)} of ordinary texts; caution or danger at most ${percent(TARGETS.caution.warning)} and ${percent(TARGETS.caution.benign)}.`,
    `Calibration: slope ${String(calibration?.slope)}, offset ${String(calibration?.offset)}.`,
    '## Data',
    all,
    byGroup('writer', scored, (row) => [row.writer], false),
    byGroup('style', scored, (row) => [row.style], false),
    '## Figures by class',
    figuresOf('all', scored),
    figuresOf(
      'English',
      scored.filter(({ row }) => ENGLISH.has(row.style)),
    ),
    '## By style, length and theme',
    byGroup('style', scored, (row) => [row.style], true),
    byGroup('words', scored, (row) => [lengthOf(row.text)], true),
    byGroup('theme (at least 12 messages)', scored, (row) => [row.theme], true, 12),
    byGroup('writer', scored, (row) => [row.writer], true),
    '## Calibration',
    'Of the texts with a score in the range, so many are scams (classes weighted alike).',
    calibrationOf(scored),
    generatedSection(generated),
    '## Worst errors',
    'Ordinary texts and warnings with the highest scores that were called danger, and scams with the lowest scores.',
    worst(scored),
  ]
    .join('\n\n')
    .concat('\n');
}

function count(rows: readonly Row[], label: Label): string {
  return String(rows.filter((row) => row.label === label).length);
}

function figuresOf(name: string, scored: readonly Scored[]): string {
  return table(
    [name, 'danger', 'caution or danger', 'notice'],
    LABELS.map((label) => {
      const of = scored.filter(({ row }) => row.label === label);
      return [label, ...[['danger'], LOUD, ['notice']].map((levels) => hits(of, levels))];
    }),
  );
}

function hits(of: readonly Scored[], levels: readonly string[]): string {
  return shown(share(of.filter(({ level }) => levels.includes(level)).length, of.length));
}

function byGroup(
  name: string,
  scored: readonly Scored[],
  groupsOf: (row: Row) => readonly string[],
  figures: boolean,
  least = 1,
): string {
  const groups = new Map<string, Scored[]>();
  for (const one of scored)
    for (const group of groupsOf(one.row)) groups.set(group, [...(groups.get(group) ?? []), one]);
  const rows = [...groups]
    .filter(([, of]) => of.length >= least)
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([group, of]) => {
      const label = (one: Label) => of.filter(({ row }) => row.label === one);
      if (!figures) return [group, ...LABELS.map((one) => String(label(one).length))];
      return [
        group,
        hits(label('scam'), ['danger']),
        hits(label('scam'), LOUD),
        hits(label('warning'), ['danger']),
        hits(label('benign'), ['danger']),
      ];
    });
  return table(
    figures
      ? [name, 'scam: danger', 'scam: caution or danger', 'warning: danger', 'ordinary: danger']
      : [name, ...LABELS],
    rows,
  );
}

function lengthOf(text: string): string {
  const words = text.split(/\s+/).length;
  const bound = [10, 20, 40, 80, 160].find((most) => words <= most);
  return bound === undefined ? 'over 160' : `up to ${String(bound)}`;
}

function calibrationOf(scored: readonly Scored[]): string {
  const scams = scored.filter(({ row }) => row.label === 'scam').length;
  const weight = ({ row }: Scored) => (row.label === 'scam' ? 1 / scams : 1 / (scored.length - scams));
  return table(
    ['score', 'texts', 'scams'],
    Array.from({ length: 10 }, (_, at) => {
      const of = scored.filter(({ voices }) => Math.min(9, Math.floor(voices.scam * 10)) === at);
      const sum = (some: readonly Scored[]) => some.reduce((total, one) => total + weight(one), 0);
      const part = sum(of.filter(({ row }) => row.label === 'scam')) / Math.max(sum(of), 1e-9);
      return [`${String(at / 10)} to ${String((at + 1) / 10)}`, String(of.length), percent(part)];
    }),
  );
}

function worst(scored: readonly Scored[]): string {
  const quote = ({ row, voices }: Scored) => {
    const text = row.text.replace(/\s+/g, ' ');
    const cut = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)} …` : text;
    return `- ${row.id}, ${row.label}, ${voices.scam.toFixed(2)}: ${cut.replace(/[<>*_`|\\]/g, ' ')}`;
  };
  const wrong = scored
    .filter(({ row, level }) => row.label !== 'scam' && level === 'danger')
    .sort((a, b) => b.voices.scam - a.voices.scam);
  const missed = scored
    .filter(({ row }) => row.label === 'scam')
    .sort((a, b) => a.voices.scam - b.voices.scam);
  return [...wrong.slice(0, WORST), ...missed.slice(0, WORST)].map(quote).join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function percent(value: number): string {
  return `${(Math.round(value * 1000) / 10).toString()}%`;
}
