import { readdirSync, readFileSync } from 'node:fs';

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

/** What the judge is trained on: messages-train and our own written messages, those that are held out not. */
export function trainingRows(): Row[] {
  const written = readdirSync(new URL('written/', CORPUS))
    .filter((name) => name.endsWith('.jsonl') && !name.startsWith('held-'))
    .sort();
  return ['messages-train.jsonl', ...written.map((name) => `written/${name}`)].flatMap(readRows);
}
