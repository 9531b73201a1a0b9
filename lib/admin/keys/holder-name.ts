/** Names of holders as people type them. Two people who sign must be two, however their names are written. Pure. */

/** A name as it is kept: one form of Unicode, one blank between words. */
export function tidyName(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What all spellings of one name share. */
export function nameKey(typed: string): string {
  return tidyName(typed).toLowerCase();
}

/** True where two names are one person's. */
export function sameHolder(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** True where a person stands in the list more than once. */
export function namesTwice(names: readonly string[]): boolean {
  return new Set(names.map(nameKey)).size !== names.length;
}
