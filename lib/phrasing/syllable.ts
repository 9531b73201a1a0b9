/** Anything but the letters, figures and combining marks of Vietnamese writing. */
const FOREIGN = /(?![a-z0-9đ])(?!\u0300|\u0301|\u0302|\u0303|\u0306|\u0309|\u031b|\u0323)./su;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Folded and plain words are ASCII; a letter beyond it carries a mark. */
const NON_ASCII = /[^ -~]/;

/**
 * One form for the spellings of a syllable that mean the same: the tone mark moves to the end (hoà = hòa), hỏi and
 * ngã are one tone (they are mixed up in writing), final i and y after a consonant are one letter (kĩ = kỹ).
 * Undefined where the word carries no mark at all. O(length).
 */
export function markedForm(word: string): string | undefined {
  if (!NON_ASCII.test(word)) return undefined;
  const parts = word.toLowerCase().normalize('NFD');
  const tone = (parts.match(TONES) ?? []).map((mark) => (mark === '\u0303' ? '\u0309' : mark)).join('');
  const letters = parts.replace(TONES, '').normalize('NFC');
  return oneSpelling(letters) + tone;
}

/** Whether a word of a text is written with look-alike or decorated letters, whose marks tell nothing. O(length). */
export function isForeign(word: string): boolean {
  return NON_ASCII.test(word) && FOREIGN.test(word.toLowerCase().normalize('NFD'));
}

/** The letters of a pattern word without any mark, as fold writes them. */
export function plainForm(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd');
}

/** Final y after a consonant as i, in patterns and texts alike: lý and lí, kỹ and kĩ. */
export function oneSpelling(word: string): string {
  return /^[bcdđghklmnpqrstvx]{1,3}y$|^quy$/.test(word) ? `${word.slice(0, -1)}i` : word;
}
