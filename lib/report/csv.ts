/** CSV that spreadsheets open without running anything. Pure. */

/** What makes a spreadsheet read a cell as a formula (OWASP, CSV injection); full-width forms too. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\t\r|%\uff1d\uff0b\uff0d\uff20]/;

/** One cell: quoted, and behind an apostrophe where it could be a formula. E.164 numbers stay as they are. */
export function csvCell(value: string): string {
  const harmless = /^\+\d{3,15}$/.test(value) || !FORMULA.test(value) ? value : `'${value}`;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Rows as CSV (RFC 4180) with a byte order mark, by which Excel knows UTF-8. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}
