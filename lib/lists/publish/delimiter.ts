/** What parts the cells of a table in text. Pure. */

const MARKS = [',', ';', '\t'];

/** Lines by which it is told: a title above the table, or a comma in prose, does not decide. */
export const DELIMITER_LINES = 20;

/** Marks of a line, those within quotes left out. */
function marksOf(line: string, mark: string): number {
  return line.replace(/"[^"]*"/g, '').split(mark).length - 1;
}

/** The mark that many lines have as often as each other, and that makes many cells; a comma where no line has any. */
export function delimiterOf(lines: readonly string[]): string {
  const first = lines.slice(0, DELIMITER_LINES);
  const scoreOf = (mark: string) => {
    const times = new Map<number, number>();
    for (const line of first) {
      const count = marksOf(line, mark);
      if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...[...times].map(([count, alike]) => alike * alike * count));
  };
  return MARKS.reduce((best, mark) => (scoreOf(mark) > scoreOf(best) ? mark : best));
}
