/** What parts the cells of a table in text. Pure. */

const MARKS = [',', ';', '\t'];

/** Lines by which it is told: a title above the table, or a comma in prose, does not decide. */
export const DELIMITER_LINES = 20;

/** How much speaks for a mark, the weightiest first. */
type Votes = readonly [alike: number, tight: number, count: number];

/** What stands behind each of a line's marks, those within quotes left out. */
function behindMarks(line: string, mark: string): string[] {
  return line
    .replace(/"[^"]*"/g, '')
    .split(mark)
    .slice(1);
}

const isMore = (a: Votes, b: Votes) =>
  a[0] !== b[0] ? a[0] > b[0] : a[1] !== b[1] ? a[1] > b[1] : a[2] > b[2];

/** The most lines that have a mark as often as each other; of prose each comma has a blank behind it. */
function votesFor(mark: string, lines: readonly string[]): Votes {
  const groups = new Map<number, Votes>();
  for (const line of lines) {
    const behind = behindMarks(line, mark);
    const [alike, tight] = groups.get(behind.length) ?? [0, 0];
    const isTight = !behind.some((text) => text.startsWith(' '));
    groups.set(behind.length, [alike + 1, tight + (isTight ? 1 : 0), behind.length]);
  }
  groups.delete(0);
  return [...groups.values()].reduce((best, votes) => (isMore(votes, best) ? votes : best), [0, 0, 0]);
}

/** The mark that most lines agree on; of two the one without blanks behind it, then the one that makes more cells. */
export function delimiterOf(lines: readonly string[]): string {
  const first = lines.slice(0, DELIMITER_LINES);
  const votes = new Map(MARKS.map((mark) => [mark, votesFor(mark, first)]));
  const of = (mark: string) => votes.get(mark) ?? [0, 0, 0];
  return MARKS.reduce((best, mark) => (isMore(of(mark), of(best)) ? mark : best));
}
