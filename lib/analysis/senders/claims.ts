import type { Folded } from '../../text/folded';
import type { DirectoryIndex, Protected } from './directory-index';
import { nameWords, type NameWord } from './name-words';

/** Whom a displayed name claims to be. */
export interface Claim {
  readonly entry: Protected;
  /** True where the name says nothing else: «Giám đốc Sở TT&TT»; false for «Trần Văn An - Sở TT&TT». */
  readonly whole: boolean;
}

/** Words of rank and service that may stand before the name of an office without changing who speaks. */
const LEAD = new Set(
  (
    'giam doc|pho|truong|pho giam doc|truong phong|phong|ban|to|doi|cuc|vu|trung tam|chi nhanh|bo phan|van phong|can bo|chien si|chuyen vien|' +
    'nhan vien|thanh tra|dong chi|dc|ong|ba|anh|chi|thuong ta|trung ta|thieu ta|dai ta|thuong uy|trung uy|thieu uy|dai uy|thieu tuong|trung tuong|' +
    'dieu tra vien|dieu tra|kiem sat vien|thu ky|tham phan|lanh dao|chu tich|bi thu|tong dai|hotline|cskh|cham soc khach hang|khach hang|ho tro|' +
    'thong bao|tin nhan|he thong|toi la|em la|day la|tu|co quan|phu trach|truc ban|truc|quan ly|tai khoan|ngan hang|bank|nh|chuyen trang|' +
    'cong thong tin dien tu|cong thong tin|kenh chinh thuc|ung dung|app|director|deputy director|deputy|head|office|department|no reply|noreply|' +
    'admin|info|mr|ms|dr|phong cong tac|giay moi|thu moi|trieu tap'
  ).split('|'),
);
const MAX_LEAD = 4;
/** Words that may stand behind the name of an organisation that is no office of the state. */
const TRAIL = new Set(
  (
    'viet nam vietnam cskh cham soc khach hang tong dai ho tro support bank ngan hang digibank thong bao notification no reply noreply ' +
    'official chinh thuc online hotline service services care customer bao mat the tin dung alert alerts security team e mobile banking ' +
    'phong bo phan trung tam he thong'
  ).split(' '),
);

/** The protected names that a displayed name claims, the surest first. Linear in the name. */
export function claimsOf(folded: Folded, { names }: DirectoryIndex): Claim[] {
  const words = nameWords(folded);
  const claims = names.find(words).flatMap(({ entry, from, to }): Claim[] => {
    const lead = leadOf(words, from);
    if (lead === undefined) return [];
    if (entry.kind === 'person')
      return [{ entry, whole: sameMarks(folded, words.slice(from, to), entry.name.vi) }];
    const trail = entry.state || words.slice(to).every(({ word }) => TRAIL.has(word));
    // «EVN», «A05» and other short names stand for many things unless they are the whole name.
    const short = to - from === 1 && (words[from]?.word.length ?? 0) <= 4;
    const whole = lead === 0 && trail;
    return short && !(whole && words.slice(to).every(({ word }) => TRAIL.has(word)))
      ? []
      : [{ entry, whole }];
  });
  return claims.sort((a, b) => Number(b.whole) - Number(a.whole) || rank(b.entry) - rank(a.entry));
}

const rank = (entry: Protected) => (entry.kind === 'person' ? 2 : entry.kind === 'organisation' ? 1 : 0);

/**
 * Where the words of rank before a name begin, 0 for the whole name's beginning; undefined where other words stand
 * before it in the same part («Báo Công an»), so that it is no claim.
 */
function leadOf(words: readonly NameWord[], from: number): number | undefined {
  let at = from;
  let claimed = at === 0;
  for (;;) {
    claimed ||= words[at]?.first ?? false;
    const length = leadLength(words, at);
    if (length === 0) return at === 0 || claimed ? at : undefined;
    at -= length;
  }
}

/** How many words before `at` are one phrase of rank or service; the longest counts. */
function leadLength(words: readonly NameWord[], at: number): number {
  for (let length = Math.min(MAX_LEAD, at); length > 0; length--) {
    const phrase = words.slice(at - length, at).map(({ word }) => word);
    if (LEAD.has(phrase.join(' '))) return length;
  }
  return 0;
}

/** Whether a name carries the same marks as another, or none at all; where the tone mark stands is all one. */
function sameMarks(folded: Folded, words: readonly NameWord[], name: string): boolean {
  const written = folded.source.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  const marks = marksOf(written);
  return marks.every((mark) => mark === '') || marks.join(' ') === marksOf(name).join(' ');
}

/** The marks of each word, in a fixed order; đ counts as one. */
function marksOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
    .map((word) =>
      Array.from(word.match(/[\p{M}đ]/gu) ?? [])
        .sort()
        .join(''),
    );
}
