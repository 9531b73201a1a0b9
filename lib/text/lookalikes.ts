/**
 * Characters that Unicode does not decompose and that people read as a Latin letter, an ASCII digit or an ASCII sign.
 * Compiled from the shapes in Unicode's confusables (UTS #39) and the enclosed alphanumeric blocks. Data only.
 */

/** Capitals whose shape differs from that of their lower case: read before lower-casing. */
const CAPITALS = 'ΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxЅsІiЈjӀlԌgԜwҮy' + 'ᎪaᏴbᏟcᎠdᎬeᏀgᎻhᎥiᎫjᏦkᏞlᎷmᏢpᎡrᏚsᎢtᏙvᎳwᏃz';

/** Lower case letters: read after lower-casing. */
const LETTERS =
  'đdðdɖdɗdħhłlŧtøoɵoıiɩiȷjɑaɡgɢgʀrʏyɪiʟlɴnʜhʙbᴀaᴄcᴅdᴇeᴊjᴋkᴌlᴍmᴏoᴘpᴛtᴜuᴠvᴡwᴢzꜰfꜱsƒfɓbƀbɨiʉuɾrɍrƥpƴyɏyɇeȼc' +
  'аaвbсcԁdеeгrһhнhіiјjкkӏlмmпnоoрpԛqѕsтtуyүyѵvԝwхxґrєeɛe' +
  'αaβbγyεeζzηnιiκkνvοoρpτtυuχxϲcϳjσo' +
  'օoսuոnհhցgզqաwꮯcꮪsᏼb';

/** Words of two letters that one character stands for. */
const LIGATURES: readonly (readonly [string, string])[] = [
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['🔟', '10'],
];

/** Signs that are written for a quote, a slash or a full stop. Dashes and spaces are known by their Unicode category. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['‘’‚‛′‵´ʹʻʼʽˈ׳＇', "'"],
  ['“”„‟″‶«»〝〞〟״＂', '"'],
  ['−⁃˗─━ーㅡｰ', '-'],
  ['⁄∕⧸╱', '/'],
  ['。｡．۔', '.'],
  ['⠀', ' '],
  ['\u2028\u2029\u0085', '\n'],
];

/** [first code point, what it and its followers stand for]: enclosed forms without a decomposition. */
const RUNS: readonly (readonly [number, readonly string[]])[] = [
  [0x2776, numerals(1, 10)],
  [0x2780, numerals(1, 10)],
  [0x278a, numerals(1, 10)],
  [0x24eb, numerals(11, 20)],
  [0x24f5, numerals(1, 10)],
  [0x24ff, ['0']],
  [0x1f10b, ['0']],
  [0x1f10c, ['0']],
  [0x1f150, alphabet()],
  [0x1f170, alphabet()],
];

function numerals(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

function alphabet(): string[] {
  return Array.from('abcdefghijklmnopqrstuvwxyz');
}

function pairs(flat: string): [string, string][] {
  const points = Array.from(flat);
  const result: [string, string][] = [];
  for (let index = 0; index + 1 < points.length; index += 2) {
    result.push([points[index] ?? '', points[index + 1] ?? '']);
  }
  return result;
}

/** Look-alike capital or sign -> what people read, looked up before anything else is done to the character. */
export const READ_FIRST: ReadonlyMap<string, string> = new Map([
  ...pairs(CAPITALS),
  ...LIGATURES,
  ...SIGNS.flatMap(([from, to]) => Array.from(from).map((char): [string, string] => [char, to])),
  ...RUNS.flatMap(([first, to]) =>
    to.map((text, index): [string, string] => [String.fromCodePoint(first + index), text]),
  ),
]);

/** Look-alike lower case letter -> Latin letters, looked up when diacritics and case are gone. */
export const READ_LAST: ReadonlyMap<string, string> = new Map([...pairs(LETTERS), ...LIGATURES]);
