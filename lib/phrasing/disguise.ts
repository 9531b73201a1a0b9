/** Figures and signs that stand for letters: l1en, ph@i, t!en. `1` and `!` may be i or l. */
const LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '1': 'i',
  '|': 'i',
};
const MAX_WORD = 14;

/**
 * Reads a run without blanks that hides one word, such as `ch.uyen`, `t.i.e.n` or `l1en`: the word, where the
 * pack knows it; undefined for all other runs, so that ordinary dots and figures change nothing. O(length).
 */
export function readDisguised(run: string, vocabulary: ReadonlySet<string>): string | undefined {
  if (run.length < 2 || run.length > MAX_WORD * 2) return undefined;
  if (/^[a-z]+$/.test(run) || !/[a-z]/.test(run)) return undefined;
  const pieces = run.split(/[^a-z0-9@$!|]+/).filter((piece) => piece !== '');
  const last = run.length > 2 && /[!$@|]$/.test(run) ? run.slice(0, -1) : run;
  if (/^[a-z]+$/.test(last)) return undefined;
  // Two known words with a dot or dash between are two words.
  if (pieces.length > 1 && pieces.every((piece) => piece.length > 1 && vocabulary.has(piece)))
    return undefined;
  if (pieces.length === 1 && /^\d/.test(run) && /^\d+[a-z]{1,6}\d*$/.test(run)) return undefined;
  const signs = last.replace(/[^a-z0-9@$!|]/g, '');
  if (signs.length < 2 || signs.length > MAX_WORD) return undefined;
  for (const one of ['i', 'l']) {
    const word = signs.replace(/[^a-z]/g, (sign) => ('1!|'.includes(sign) ? one : (LETTERS[sign] ?? sign)));
    if (vocabulary.has(word)) return word;
  }
  return undefined;
}

/**
 * Reads letters that stand one by one, such as `l u a t s u`: the words they spell, each with the count of its
 * letters; undefined where they do not spell words of the pack to the end. O(letters).
 */
export function readSpaced(letters: string, vocabulary: ReadonlySet<string>): string[] | undefined {
  const words: string[] = [];
  let at = 0;
  while (at < letters.length) {
    let length = Math.min(8, letters.length - at);
    while (length > 1 && !vocabulary.has(letters.slice(at, at + length))) length--;
    if (length < 2) return undefined;
    words.push(letters.slice(at, at + length));
    at += length;
  }
  return words;
}
