import { readFileSync } from 'node:fs';

export const LABELS = ['scam', 'warning', 'benign'] as const;
export type Label = (typeof LABELS)[number];

/** A labelled message of the corpus. */
export interface Row {
  readonly id: string;
  readonly label: Label;
  /** The hand that wrote it: whole writers are held out. */
  readonly writer: string;
  readonly style: string;
  readonly theme: string;
  readonly text: string;
}

const CORPUS = new URL('../../tests/corpus/', import.meta.url);

/** Reads one file of the corpus. */
export function readRows(file: string): Row[] {
  return readFileSync(new URL(file, CORPUS), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as Omit<Row, 'writer'> & { readonly writer?: string };
      return { ...row, writer: row.writer ?? row.id.replace(/-.*$/, '') };
    });
}

/** Named one by one: new texts come in together with new weights, card and figures. */
const TRAINING = [
  'messages-train.jsonl',
  'written/u1.jsonl',
  'written/u2.jsonl',
  'written/u3.jsonl',
  'written/u4.jsonl',
  'written/u5.jsonl',
  'written/u7.jsonl',
  'written/u8.jsonl',
  'written/u9.jsonl',
  'written/u11.jsonl',
  'written/u12.jsonl',
  'written/u13.jsonl',
  'written/u14.jsonl',
  'written/u16.jsonl',
  'written/u17.jsonl',
  'written/u18.jsonl',
  'written/u19.jsonl',
  'written/u20.jsonl',
  'written/u21.jsonl',
  'written/u22.jsonl',
  'written/u24.jsonl',
  'written/u25.jsonl',
  'written/u26.jsonl',
  'written/u27.jsonl',
  'written/u28.jsonl',
  'written/u29.jsonl',
  'written/u30.jsonl',
  'written/u31.jsonl',
  'written/u32.jsonl',
];
/** These teach nothing: whether they deceive is open, or only what would follow tells. */
const DEBATABLE: ReadonlySet<string> = new Set([
  // Offers of gambling, sex or forged papers.
  ...['u7-23', 'u7-33', 'u7-107', 'u7-121'],
  // Openings that an honest caller would say word by word.
  ...['u14-51', 'u14-90', 'u14-171', 'u14-206', 'u14-253'],
  ...['u14-254', 'u14-280', 'u14-286', 'u14-289', 'u14-292'],
]);

/** What the judge is trained on; the rest of the corpus measures. */
export function trainingRows(): Row[] {
  return TRAINING.flatMap(readRows).filter(({ id }) => !DEBATABLE.has(id));
}

/** The sentences and lines of a text, without those that are too short to be judged. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 8);
}
