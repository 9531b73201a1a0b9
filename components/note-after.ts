import type { Localised } from '../lib/i18n/translate';

interface Noted {
  readonly note?: Localised | undefined;
}

/** The note to print below an entry: neighbours that share one note print it once, below the last of them. */
export function noteAfter(entries: readonly Noted[], index: number): Localised | undefined {
  const note = entries[index]?.note;
  return note?.vi === entries[index + 1]?.note?.vi ? undefined : note;
}
