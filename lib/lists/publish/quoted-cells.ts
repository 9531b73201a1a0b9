/** Whether the quotes of a row say where its cells end: looked at before Papa Parse is, which takes the square of others. Pure. */

/** Where the quoted cell that begins at `from` ends, just behind its quote; undefined where no quote closes it. */
function endOfQuoted(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return undefined;
}

/** What is wrong with the quotes of a row: `open` closes no cell, `behind` has text behind a closing quote. */
export type QuoteFault = 'open' | 'behind';

/**
 * Looks at the quotes of one row, cells parted by `delimiter`, without its line end. Well formed: a cell that begins with a
 * quote ends with one, blanks behind it at most, and doubles those within; quotes in other cells are letters. Gives the text
 * without blanks behind the last closing quote, which Papa Parse takes for text, or the fault. Linear.
 */
export function checkQuotes(text: string, delimiter: string): { readonly text: string } | QuoteFault {
  if (!text.includes('"')) return { text };
  let from = 0;
  for (;;) {
    let next: number;
    if (text[from] === '"') {
      const end = endOfQuoted(text, from);
      if (end === undefined) return 'open';
      next = end;
      while (next < text.length && text[next] !== delimiter) {
        if (text[next] === '\n' || text[next] === '\r' || text[next]?.trim() !== '') return 'behind';
        next += 1;
      }
      if (next >= text.length) return { text: text.slice(0, end) };
    } else {
      next = text.indexOf(delimiter, from);
      if (next < 0) return { text };
    }
    from = next + 1;
  }
}
