import type { Folded } from '../../text/folded';

/** A word of a name, abbreviations written out. Offsets of the source; those of one abbreviation are the same. */
export interface NameWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** True where a sign such as a dash, a comma or a bracket stands before it, or nothing. */
  readonly first: boolean;
}

/** Abbreviation -> the words it stands for, both folded. The longest is read first. */
const SHORT: readonly (readonly [string, string])[] = [
  ['tt tt', 'thong tin truyen thong'],
  ['tttt', 'thong tin truyen thong'],
  ['ttvtt', 'thong tin truyen thong'],
  ['kh cn', 'khoa hoc cong nghe'],
  ['khcn', 'khoa hoc cong nghe'],
  ['gd dt', 'giao duc dao tao'],
  ['gddt', 'giao duc dao tao'],
  ['gtvt', 'giao thong van tai'],
  ['tn mt', 'tai nguyen moi truong'],
  ['tnmt', 'tai nguyen moi truong'],
  ['kh dt', 'ke hoach dau tu'],
  ['khdt', 'ke hoach dau tu'],
  ['ldtbxh', 'lao dong thuong binh xa hoi'],
  ['nn ptnt', 'nong nghiep phat trien nong thon'],
  ['vhttdl', 'van hoa the thao du lich'],
  ['bhxh', 'bao hiem xa hoi'],
  ['ubnd', 'uy ban nhan dan'],
  ['uybnd', 'uy ban nhan dan'],
  ['hdnd', 'hoi dong nhan dan'],
  ['vksnd', 'vien kiem sat nhan dan'],
  ['vien ksnd', 'vien kiem sat nhan dan'],
  ['vien ks', 'vien kiem sat'],
  ['vks', 'vien kiem sat'],
  ['tand', 'toa an nhan dan'],
  ['ta nd', 'toa an nhan dan'],
  ['thads', 'thi hanh an dan su'],
  ['csgt', 'canh sat giao thong'],
  ['csdt', 'canh sat dieu tra'],
  ['cshs', 'canh sat hinh su'],
  ['cqdt', 'co quan dieu tra'],
  ['cqcsdt', 'co quan canh sat dieu tra'],
  ['bca', 'bo cong an'],
  ['bo ca', 'bo cong an'],
  ['ca tinh', 'cong an tinh'],
  ['ca tp', 'cong an thanh pho'],
  ['ca thanh pho', 'cong an thanh pho'],
  ['ca quan', 'cong an quan'],
  ['ca huyen', 'cong an huyen'],
  ['ca phuong', 'cong an phuong'],
  ['ca xa', 'cong an xa'],
  ['ca thi tran', 'cong an thi tran'],
  ['ca thi xa', 'cong an thi xa'],
  ['ca ha noi', 'cong an ha noi'],
  ['qltt', 'quan ly thi truong'],
  ['nhnn', 'ngan hang nha nuoc'],
  ['dvc', 'dich vu cong'],
  ['dvcqg', 'dich vu cong quoc gia'],
  ['tphcm', 'thanh pho ho chi minh'],
  ['tp hcm', 'thanh pho ho chi minh'],
  ['tp', 'thanh pho'],
  ['gd', 'giam doc'],
  ['pgd', 'pho giam doc'],
  ['vp', 'van phong'],
];

const BY_FIRST = new Map<string, { readonly from: readonly string[]; readonly to: readonly string[] }[]>();
for (const [short, long] of [...SHORT].sort((a, b) => b[0].split(' ').length - a[0].split(' ').length)) {
  const from = short.split(' ');
  const first = from[0] ?? '';
  const entry = { from, to: long.split(' ') };
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), entry]);
}

/** «và» joins parts of a name in one spelling and not in another. */
const JOINING = new Set(['va', 'and', 'the', 'of']);

/** The words of a folded name or text, abbreviations written out, joining words left out. Linear. */
export function nameWords(folded: Folded): NameWord[] {
  const plain: NameWord[] = [];
  let end = 0;
  for (const match of folded.text.matchAll(/[a-z0-9]+/g)) {
    const between = folded.text.slice(end, Math.min(match.index, end + 40));
    const first = end === 0 || /[^\s&.'"]|\n|\. /.test(between);
    end = match.index + match[0].length;
    if (JOINING.has(match[0])) continue;
    const place = folded.sourceRange(match.index, end);
    plain.push({ word: match[0], ...place, first });
  }
  const words: NameWord[] = [];
  for (let at = 0; at < plain.length;) {
    const here = plain[at];
    if (!here) break;
    const short = BY_FIRST.get(here.word)?.find(({ from }) =>
      from.every((part, i) => plain[at + i]?.word === part),
    );
    if (short) {
      const last = plain[at + short.from.length - 1] ?? here;
      short.to.forEach((word, i) =>
        words.push({ word, start: here.start, end: last.end, first: i === 0 && here.first }),
      );
    } else words.push(here);
    at += short?.from.length ?? 1;
  }
  return words;
}
