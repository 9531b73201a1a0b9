/** Text for a terminal: what somebody else wrote ends no line, moves no cursor and turns no letters round. */

const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** A text on one line. */
export function onOneLine(text: string): string {
  return text.replace(INVISIBLE, ' ');
}

/** Lines as they are printed; line breaks of our own stay. */
export function printed(text: string): string {
  return text.split('\n').map(onOneLine).join('\n');
}
