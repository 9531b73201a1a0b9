import type { Directory, Organisation } from '../../lists/schema-directory';
import { fold } from '../../text/fold';
import { registrable } from './host-name';
import { isUnder, STATE_HOSTS } from './known-hosts';

/** A word in host names by which people know an organisation: `vietcombank`, `dichvucong`. */
export interface Brand {
  readonly word: string;
  /** The official domain that it stands for. */
  readonly of: string;
}

/** The official host names of a directory, ready to compare with. */
export interface OfficialNames {
  /** The directory's domains, without mere endings. */
  readonly domains: ReadonlySet<string>;
  /** Domain without dots and hyphens -> domain: `canthogovvn`. */
  readonly joined: ReadonlyMap<string, string>;
  readonly brands: readonly Brand[];
  readonly byWord: ReadonlyMap<string, Brand>;
  /** Names of other organisations that a brand may resemble by chance: `evncpc` beside `evnspc`. */
  readonly words: ReadonlySet<string>;
}

/** Shorter words resemble too much by chance. */
const MIN_BRAND = 5;
/** Services of the state that stand under gov.vn in every province; as a displayed name the first is half a word. */
const STATE_SERVICES = ['dichvucong', 'dichvucongquocgia'];
/** Who stands under gov.vn. */
const STATE_KINDS: ReadonlySet<Organisation['kind']> = new Set([
  'department',
  'city',
  'ministry',
  'agency',
  'police',
  'emergency',
  'service',
]);

/** Whether an organisation writes from gov.vn. */
export function isStateKind(kind: Organisation['kind']): boolean {
  return STATE_KINDS.has(kind);
}

/** The official names of a directory. O(directory). */
export function officialNames(directory: Directory): OfficialNames {
  const domains = directory.domains.filter(({ use }) => use !== 'ending');
  const brands = new Map<string, Brand>();
  const words = new Set<string>(STATE_SERVICES);
  const add = (word: string, of: string) => {
    if (word.length >= MIN_BRAND && !brands.has(word)) brands.set(word, { word, of });
  };
  for (const { id, name, aliases, kind } of directory.organisations) {
    const own = domains.filter(({ organisation }) => organisation === id).map(({ domain }) => domain);
    const spelt = [name.vi, ...(aliases ?? [])].map(joinedName);
    for (const word of spelt) words.add(word);
    // A place is named in many honest sites.
    if (kind === 'city') continue;
    for (const domain of own) {
      const root = registrable(hostOf(domain));
      // The name before gov.vn may be a place or a ministry's, under which others have theirs.
      if (root === domain || !isUnder(domain, STATE_HOSTS)) add(root.split('.')[0] ?? '', domain);
    }
    const of = own[0] ?? (isStateKind(kind) ? 'gov.vn' : undefined);
    if (of !== undefined) for (const word of spelt) if (word.length >= MIN_BRAND) add(word, of);
  }
  for (const word of STATE_SERVICES) add(word, 'gov.vn');
  return {
    domains: new Set(domains.map(({ domain }) => domain)),
    joined: new Map(domains.map(({ domain }) => [domain.replace(/[.-]/g, ''), domain])),
    brands: [...brands.values()],
    byWord: brands,
    words,
  };
}

/** Whether a host is the state's or one of the directory's. O(labels). */
export function isOfficial(host: string, names: OfficialNames): boolean {
  return isUnder(host, STATE_HOSTS) || isUnder(host, names.domains);
}

function hostOf(domain: string) {
  return { labels: domain.split('.'), read: domain, numeric: false };
}

function joinedName(name: string): string {
  return fold(name)
    .text.replace(/\([^)]*\)/g, '')
    .replace(/[^a-z0-9]/g, '');
}
