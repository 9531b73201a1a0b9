import { fold } from '../../text/fold';
import { HOSTING } from './known-hosts';
import { decodePunycode } from './punycode';

/** A host name as it is written and as people read it. */
export interface Host {
  /** As written, lower case; `xn--` labels stay. */
  readonly name: string;
  /** As read: `xn--` decoded, look-alike letters and marks folded to Latin. */
  readonly read: string;
  readonly labels: readonly string[];
  /** True where letters are not what they look like: other scripts or marks. */
  readonly disguised: boolean;
  /** True for a bare address of figures. */
  readonly numeric: boolean;
}

const MAX_HOST = 253;
/** What browsers leave out of a host, and the full stops they read as dots. */
const IGNORED = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;
const DOTS = /[。．｡]/g;
const NUMERIC = /^(?:\d{1,10}|0x[0-9a-f]{1,8}|(?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:.]{2,45}\])$/;
const LABEL = /^[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}_])?$/u;

/** Reads a host name or an address of figures, without scheme and port; undefined where it is neither. */
export function readHost(written: string): Host | undefined {
  if (written.length > MAX_HOST) return undefined;
  const name = written
    .replace(IGNORED, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(DOTS, '.')
    .replace(/\.$/, '');
  if (NUMERIC.test(name)) return { name, read: name, labels: [name], disguised: false, numeric: true };
  const labels = name.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return undefined;
  const shown = labels.map((label) =>
    label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label,
  );
  const folded = shown.map((label) => fold(label).text);
  return {
    name,
    read: folded.join('.'),
    labels: folded,
    disguised: shown.some((label, index) => label !== folded[index]),
    numeric: false,
  };
}

/** Second levels under which names are given out in most countries' domains. */
const SECOND_LEVELS: ReadonlySet<string> = new Set(
  'com net org edu gov mil int ac biz info name pro health co or ne go gob gouv id io ai web sch nom idv asn ltd plc'.split(
    ' ',
  ),
);
/** Vietnam gives out names below its provinces too. */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    'angiang bacgiang backan baclieu bacninh baria-vungtau bentre binhdinh binhduong binhphuoc binhthuan camau cantho ' +
    'caobang daklak daknong danang dienbien dongnai dongthap gialai hagiang haiduong haiphong hanam hanoi hatinh haugiang ' +
    'hoabinh hungyen khanhhoa kiengiang kontum laichau lamdong langson laocai longan namdinh nghean ninhbinh ninhthuan ' +
    'phutho phuyen quangbinh quangnam quangngai quangninh quangtri soctrang sonla tayninh thaibinh thainguyen thanhhoa ' +
    'thanhphohochiminh thuathienhue tiengiang travinh tuyenquang vinhlong vinhphuc yenbai'
  ).split(' '),
);

/**
 * The part of a host that somebody registered: `vietcombank.com.vn` of `www.vietcombank.com.vn`. By a small rule in
 * place of the public suffix list (some 100 kB, which feeds could not correct): what hangs on it are comparisons of
 * two names, and both sides err alike. O(labels).
 */
export function registrable({ labels, read, numeric }: Pick<Host, 'labels' | 'read' | 'numeric'>): string {
  if (numeric || labels.length <= 2) return read;
  const last = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  const deep =
    HOSTING.has(`${second}.${last}`) ||
    (last.length === 2 && SECOND_LEVELS.has(second)) ||
    (last === 'vn' && PROVINCES.has(second));
  return labels.slice(deep ? -3 : -2).join('.');
}
