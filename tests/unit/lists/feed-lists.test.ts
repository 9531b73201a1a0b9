/** What feeds bring beside the embedded lists: they add, and take nothing away. */
import { describe, expect, test } from 'vitest';
import { parseEmbedded } from '../../../lib/lists/embedded';
import { withFeeds, withSelectors } from '../../../lib/lists/feed-lists';
import type { Directory } from '../../../lib/lists/schema-directory';
import { standingOf } from '../../../lib/lists/standings';
import type { FeedDocuments } from '../../../lib/lists/store';
import { reportOf } from './fresh-database';
import { embeddedFeed } from './read-feed';

const base = parseEmbedded(embeddedFeed());
const NUMBER = '+842920000555';
const NAME = { vi: 'Nguồn tỉnh', en: 'Province feed' };

function directoryOf(version: string): Directory {
  const source = { publisher: 'Báo thử', url: 'https://example.test/' };
  const both = (text: string) => ({ vi: text, en: text });
  return {
    format: 1,
    version,
    published: '2026-11-26',
    organisations: [{ id: 'ct-sotttt', name: both('Sở của tỉnh'), kind: 'department' }],
    people: [],
    hotlines: [
      { number: NUMBER, organisation: 'ct-sotttt', purpose: both('Trực'), ...source },
      { number: '113', organisation: 'ct-sotttt', purpose: both('Giả'), ...source },
    ],
    sms: [],
    domains: [],
    advice: [],
    notices: [],
  };
}

function feedWith(documents: FeedDocuments['documents'], change: Partial<FeedDocuments> = {}): FeedDocuments {
  const head = { id: 'ab'.repeat(32), origin: 'person', name: NAME, version: '2026.11.26' } as const;
  return { ...head, published: '2026-11-26', documents, ...change };
}

describe('directories', () => {
  const joined = withFeeds(base, [feedWith({ directory: directoryOf('2099.1.1') })]);

  test('of a person’s feed stand beside the base, under ids of their own', () => {
    expect(joined.directory).toBe(base.directory);
    const own = joined.widerDirectory.organisations.filter(({ id }) => id.startsWith('abababababab.'));
    expect(own.map(({ name }) => name.vi)).toEqual(['Sở của tỉnh']);
    expect(joined.widerDirectory.organisations).toHaveLength(base.directory.organisations.length + 1);
  });

  test('of the build’s own feed replace the embedded one once as new, and not before', () => {
    const newer = feedWith({ directory: directoryOf('2099.1.1') }, { origin: 'default' });
    expect(withFeeds(base, [newer]).directory.version).toBe('2099.1.1');
    const older = feedWith({ directory: directoryOf('2020.1.1') }, { origin: 'default' });
    expect(withFeeds(base, [older]).directory).toBe(base.directory);
  });

  test('a document that this version no longer accepts counts as none', () => {
    const broken = feedWith({ directory: { format: 1 }, sitePack: { format: 9 } });
    expect(withFeeds(base, [broken]).widerDirectory).toBe(base.directory);
  });

  test('a feed’s word takes no weight from a report and no number from the base; both are told', () => {
    const claims = joined.claims.get(NUMBER);
    expect(standingOf(undefined, undefined, claims)).toMatchObject({
      kind: 'official',
      official: { feed: { name: NAME } },
    });
    const disputed = standingOf(undefined, [reportOf('x')], claims);
    expect(disputed).toMatchObject({ kind: 'reported', claims: [{ feed: { name: NAME } }] });
    expect(disputed.official).toBeUndefined();
    const police = { organisation: { vi: 'Công an', en: 'Police' }, purpose: NAME, publisher: 'x', url: 'y' };
    expect(standingOf([police], undefined, joined.claims.get('113'))).toMatchObject({
      kind: 'official',
      official: { organisation: { vi: 'Công an' } },
      claims: [{ organisation: { vi: 'Sở của tỉnh' } }],
    });
  });
});

describe('packs', () => {
  test('a site pack changes selectors of known sites alone: no new host, entry or detection, own stays own', () => {
    const zalo = base.sitePack.sites.find(({ id }) => id === 'zalo');
    const roundcube = base.sitePack.sites.find(({ id }) => id === 'roundcube');
    if (!zalo || !roundcube) throw new Error('the embedded pack has both');
    const next = withSelectors(base.sitePack, {
      ...base.sitePack,
      sites: [
        { ...zalo, hosts: ['bank.example'], unit: ['.new'], own: ['*'] },
        { ...roundcube, detect: 'body', unit: ['textarea'] },
        { ...zalo, id: 'more', hosts: ['mail.example'], unit: ['p'] },
      ],
    });
    expect(next.sites.map(({ id }) => id)).toEqual(base.sitePack.sites.map(({ id }) => id));
    expect(next.sites.find(({ id }) => id === 'zalo')).toMatchObject({
      hosts: zalo.hosts,
      own: zalo.own,
      unit: ['.new'],
    });
    expect(next.sites.find(({ id }) => id === 'roundcube')?.detect).toBe(roundcube.detect);
    const hosts = (pack: typeof next) => pack.sites.flatMap((site) => site.hosts ?? []);
    expect(hosts(next)).toEqual(hosts(base.sitePack));
  });

  test('the newer phrase pack is in use', () => {
    const pack = (version: number) => ({ version });
    const older = { ...base, phrasePack: pack(5) };
    expect(withFeeds(older, [feedWith({ phrasePack: pack(6) })]).phrasePack).toEqual(pack(6));
    expect(withFeeds(older, [feedWith({ phrasePack: pack(4) })]).phrasePack).toEqual(pack(5));
  });
});
