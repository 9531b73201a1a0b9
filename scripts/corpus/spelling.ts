/** Ways to spell, as often as they stand here. */
export const STYLES = {
  casual: ['plain', 'plain', 'plain', 'no-diacritics', 'teencode'],
  formal: ['plain', 'plain', 'plain', 'no-diacritics'],
  bare: ['no-diacritics'],
  english: ['english'],
} as const;

type Style = (typeof STYLES)[keyof typeof STYLES][number];

/** Words as the young write them; whole words, lower case. */
const TEENCODE: ReadonlyMap<string, string> = new Map([
  ['không', 'k'],
  ['được', 'đc'],
  ['rồi', 'r'],
  ['gì', 'j'],
  ['vậy', 'z'],
  ['người', 'ng'],
  ['mọi', 'mn'],
  ['biết', 'bik'],
  ['luôn', 'lun'],
  ['nhé', 'nhe'],
  ['chuyển', 'ck'],
  ['bạn', 'b'],
  ['với', 'vs'],
  ['anh', 'a'],
  ['chị', 'c'],
  ['em', 'e'],
]);

/** The text in a style of spelling; figures stay as they are. O(length). */
export function spell(text: string, style: Style): string {
  if (style === 'no-diacritics')
    return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  if (style === 'teencode')
    return text.replace(/\p{L}+/gu, (word) => TEENCODE.get(word.toLowerCase()) ?? word);
  return text;
}
