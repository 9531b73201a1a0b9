import type { SourceRange } from '../text/folded';

/** What stands in longer marks is no quotation: a mark was forgotten. */
const MAX_QUOTED = 1500;
/** Shorter words in marks are names and hints ("tài khoản tạm giữ"), not speech; but they are not the writer's either. */
const SPEECH = new RegExp(
  [
    `[“„”]([^“„”]{1,${String(MAX_QUOTED)}})[“”]`,
    `«([^«»]{1,${String(MAX_QUOTED)}})»`,
    `"([^"]{1,${String(MAX_QUOTED)}})"`,
    `(?<=^|[\\s:(])['‘](?=\\S)([^'‘’\\n]{15,${String(MAX_QUOTED)}})['’](?=$|[\\s.,;:!?)])`,
  ].join('|'),
  'g',
);

/**
 * The places of a text that stand in quotation marks, marks included, in order. Most of them are another's words. UTF-16
 * units of `source`. O(length).
 */
export function speechMarks(source: string): SourceRange[] {
  if (!/["“„”«'‘]/.test(source)) return [];
  const places: SourceRange[] = [];
  for (const match of source.matchAll(SPEECH))
    places.push({ start: match.index, end: match.index + match[0].length });
  return places;
}
