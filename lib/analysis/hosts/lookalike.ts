import { editDistance } from './edit-distance';
import { registrable, type Host } from './host-name';
import { FREE_MAIL, HOSTING, isUnder, MAILINGS, STATE_HOSTS } from './known-hosts';
import { isOfficial, type OfficialNames } from './official-names';

/** How a host resembles an official one; stable codes. */
export type LookalikeWay =
  /** Letters of another script or with marks: `vietcοmbank.com.vn`. */
  | 'homoglyph'
  /** The official name in front of another: `cantho.gov.vn.login.xyz`. */
  | 'official-in-front'
  /** `gov` in a name that does not end in gov.vn: `cantho-gov.vn`. */
  | 'gov-elsewhere'
  /** A few letters off: `vietcornbank.com.vn`. */
  | 'misspelt'
  /** The organisation's name with something added: `vietcombank-khuyenmai.top`. */
  | 'name-elsewhere';

export interface Lookalike {
  /** The official domain, or `gov.vn`. */
  readonly of: string;
  readonly way: LookalikeWay;
}

/** Domains of the top level that offices, banks and shops of Vietnam do not use come from the phrase pack. */
export type OddEndings = ReadonlySet<string>;

/** Compared letter by letter from this length on, and with two slips from that. */
const MIN_FUZZY = 7;
const TWO_SLIPS = 11;
/** A name inside a longer word counts from this length on. */
const MIN_INSIDE = 11;
/** Letters and figures that are drawn alike, as one. */
const DRAWN_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/[1|]/g, 'l'],
  [/3/g, 'e'],
  [/5/g, 's'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];

/**
 * The official name that a host is made to resemble; undefined for official hosts, and where nothing is resembled.
 * Bounded by the length of a host name times the number of official names.
 */
export function lookalikeOf(host: Host, names: OfficialNames, odd: OddEndings): Lookalike | undefined {
  if (host.numeric) return undefined;
  if (host.disguised) {
    const of = officialEnd(host.read, names);
    if (of !== undefined) return { of, way: 'homoglyph' };
  } else if (isOfficial(host.name, names) || isUnder(host.name, FREE_MAIL) || isUnder(host.name, MAILINGS)) {
    return undefined;
  }
  return officialInFront(host, names) ?? govElsewhere(host, names) ?? nameElsewhere(host, names, odd);
}

function officialEnd(read: string, names: OfficialNames): string | undefined {
  for (let at = 0; at >= 0; at = read.indexOf('.', at) + 1 || -1) {
    const end = read.slice(at);
    if (names.domains.has(end) || STATE_HOSTS.includes(end)) return end;
  }
  return undefined;
}

function officialInFront({ labels }: Host, names: OfficialNames): Lookalike | undefined {
  for (let end = labels.length - 1; end >= 2; end--) {
    const of = officialEnd(labels.slice(0, end).join('.'), names);
    if (of !== undefined) return { of, way: 'official-in-front' };
  }
  return undefined;
}

/** `cantho-gov.vn`, `gov-vn.com`, `canthogov.vn`, `bhxh.govvvn.com`; not the governments of other countries. */
function govElsewhere(host: Host, names: OfficialNames): Lookalike | undefined {
  const { labels } = host;
  const last = labels.at(-1) ?? '';
  if (last === 'gov' || (labels.at(-2) === 'gov' && last.length === 2)) return undefined;
  const claims = labels.slice(0, -1).some((label) => {
    const tokens = label.split('-');
    if (/(?:^|-)gov-?v+n/.test(label) || /gov-?v+n$/.test(label)) return true;
    if (!tokens.includes('gov') && !(last === 'vn' && /.gov$/.test(label))) return false;
    return last === 'vn' || tokens.some((token) => token === 'vn' || names.byWord.has(token));
  });
  if (!claims) return undefined;
  const joined = (parts: readonly string[]) => names.joined.get(parts.join('').replace(/-/g, ''));
  return { of: joined(labels) ?? joined(labels.slice(0, -1)) ?? 'gov.vn', way: 'gov-elsewhere' };
}

function nameElsewhere(host: Host, names: OfficialNames, odd: OddEndings): Lookalike | undefined {
  const own = registrable(host);
  const label = own.split('.')[0] ?? '';
  const cheap = odd.has(host.labels.at(-1) ?? '') || HOSTING.has(own.slice(label.length + 1));
  const whole = label.replace(/-/g, '');
  const brand = names.byWord.get(whole);
  // The plain name under another ending may well be the organisation's; with a hyphen in it, or a cheap ending, not.
  if (brand) return cheap || whole !== label ? { of: brand.of, way: 'name-elsewhere' } : undefined;
  for (const token of label.split('-')) {
    const named = token === label ? undefined : names.byWord.get(token);
    if (named) return { of: named.of, way: 'name-elsewhere' };
  }
  const slip = names.words.has(whole) ? undefined : misspelt(whole, names);
  if (slip) return { of: slip, way: 'misspelt' };
  if (!cheap) return undefined;
  const inside = names.brands.find(({ word }) => word.length >= MIN_INSIDE && whole.includes(word));
  const before = host.labels.slice(0, -own.split('.').length).find((one) => names.byWord.has(one));
  const of = inside?.of ?? (before === undefined ? undefined : names.byWord.get(before)?.of);
  return of === undefined ? undefined : { of, way: 'name-elsewhere' };
}

function misspelt(label: string, names: OfficialNames): string | undefined {
  const drawn = asDrawn(label);
  for (const { word, of } of names.brands) {
    if (word.length < MIN_FUZZY) {
      if (label !== word && drawn === asDrawn(word)) return of;
      continue;
    }
    const slips = word.length >= TWO_SLIPS ? 2 : 1;
    if (editDistance(drawn, asDrawn(word), slips) <= slips) return of;
  }
  return undefined;
}

function asDrawn(label: string): string {
  return DRAWN_ALIKE.reduce((word, [shape, letter]) => word.replace(shape, letter), label);
}
