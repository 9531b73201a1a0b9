/** A labelled text: its telephone numbers and what only looks like one. */
export interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly phones?: readonly { readonly raw: string; readonly e164: string }[] | undefined;
}

/** Counts over a set of texts. */
export interface NumberScore {
  readonly recall: number;
  readonly precision: number;
  /** Recall of codes of up to five digits, which are counted apart. */
  readonly shortRecall: number;
  /** 'id number' of each miss and each false number. */
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/**
 * Scores found numbers against labels: a number counts once a text; a found one that has no label is wrong; codes of up
 * to five digits are counted apart; 1800/1900 are compared by their digits.
 * @param texts labelled texts
 * @param find numbers of a text, E.164 or bare digits
 */
export function scoreNumbers(
  texts: readonly LabelledText[],
  find: (text: string) => readonly string[],
): NumberScore {
  const missed: string[] = [];
  const wrong: string[] = [];
  let right = 0;
  let shortRight = 0;
  let shortAll = 0;
  for (const { id, text, phones = [] } of texts) {
    const want = new Set(phones.map((phone) => bareService(phone.e164)));
    const got = new Set(find(text).map(bareService));
    for (const number of want) {
      const found = got.has(number);
      if (number.length <= 5) {
        shortAll++;
        if (found) shortRight++;
      } else if (found) right++;
      else missed.push(`${id} ${number}`);
    }
    for (const number of got) if (number.length > 5 && !want.has(number)) wrong.push(`${id} ${number}`);
  }
  return {
    recall: ratio(right, right + missed.length),
    precision: ratio(right, right + wrong.length),
    shortRecall: ratio(shortRight, shortAll),
    missed,
    wrong,
  };
}

/** Reads a file of one JSON object a line. */
export function readLabelled(lines: string): LabelledText[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledText);
}

function bareService(number: string): string {
  return number.replace(/^\+84(?=1[89]00)/, '');
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
