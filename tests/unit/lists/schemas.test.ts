import { describe, expect, test } from 'vitest';
import { ListError } from '../../../lib/lists/list-error';
import { parseDirectory } from '../../../lib/lists/schema-directory';
import { parseReported } from '../../../lib/lists/schema-reported';
import { parseSitePack } from '../../../lib/lists/schema-site-pack';
import { feedJson } from './read-feed';

const report = {
  number: '+842923000001',
  category: 'official_impersonation',
  pretends: { vi: 'Tự xưng lãnh đạo Sở', en: 'Poses as a department leader' },
  publisher: 'Báo thử',
  url: 'https://example.test/a',
  date: '2026-01',
  strength: 'weak',
};
const head = { format: 1, version: '2026.11.25', published: '2026-11-25' };
const reported = (change: object) => ({ ...head, reports: [{ ...report, ...change }] });
const site = { id: 'a', site: 'A', kind: 'mail', hosts: ['mail.example'], unit: ['.body'], source: 'test' };
const pack = (change: object) => ({ ...head, sites: [{ ...site, ...change }] });

function refusal(parse: () => unknown): ListError {
  try {
    parse();
  } catch (error) {
    if (error instanceof ListError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('reported list', () => {
  test.each([
    '+842923000001',
    '+84912345678',
    '+84692348560',
    '+22375260052',
    '19003439',
    '1900292900',
    '113',
    '5656',
  ])('takes %s', (number) => {
    expect(parseReported(reported({ number })).reports[0]?.number).toBe(number);
  });

  test.each([
    '+84249997041',
    '+841900292900',
    '0912345678',
    '84912345678',
    '+8491234567',
    '12',
    '012',
    '+84 912345678',
    '',
    '1900',
    113,
  ])('refuses the number %s', (number) => {
    const error = refusal(() => parseReported(reported({ number })));
    expect([error.code, error.place]).toEqual(['ERR_LIST_SCHEMA', 'reported.reports.0.number']);
  });

  test.each([
    ['date', '2024-02-30'],
    ['date', '2024-13'],
    ['date', '05/03/2024'],
    ['date', '2024-03-05T10:00'],
    ['url', 'http://example.test/a'],
    ['url', 'javascript:alert(1)'],
    ['url', 'https://example.test/a b'],
    ['url', `https://example.test/${'a'.repeat(500)}`],
    ['strength', 'proven'],
    ['category', 'Bank!'],
    ['publisher', ''],
    ['publisher', ' Báo'],
    ['publisher', 'Báo\u202e'],
    ['publisher', 'Báo\nthử'],
    ['publisher', 'a'.repeat(201)],
  ])('refuses %s %s', (field, value) => {
    const error = refusal(() => parseReported(reported({ [field]: value })));
    expect([error.code, error.place]).toEqual(['ERR_LIST_SCHEMA', `reported.reports.0.${field}`]);
    expect(error.remedy).not.toBe('');
  });

  test('a newer format has its own code', () => {
    const error = refusal(() => parseReported({ format: 2, anything: [] }));
    expect([error.code, error.place]).toEqual(['ERR_LIST_FORMAT_NEWER', 'reported.format']);
  });

  test.each([null, undefined, [], 'list', 7, {}, { format: 0 }, { format: '2' }])('refuses %j', (json) => {
    expect(refusal(() => parseReported(json)).code).toBe('ERR_LIST_SCHEMA');
  });

  test.each(['2026.11.25', '2026.1.2', '2026.11.25.3'])('takes version %s', (version) => {
    expect(parseReported({ ...head, version, reports: [] }).version).toBe(version);
  });
});

describe('directory', () => {
  const feed = parseDirectory(feedJson('directory'));

  test('refuses an organisation named twice, and a number named twice', () => {
    const { organisations, hotlines } = feed;
    expect(
      refusal(() => parseDirectory({ ...feed, organisations: [...organisations, organisations[0]] })).place,
    ).toBe('directory.organisations');
    expect(refusal(() => parseDirectory({ ...feed, hotlines: [...hotlines, hotlines[0]] })).place).toBe(
      'directory.hotlines',
    );
  });

  test('refuses a hotline of an organisation that is not there', () => {
    const error = refusal(() =>
      parseDirectory({ ...feed, hotlines: [{ ...feed.hotlines[0], organisation: 'nobody' }] }),
    );
    expect([error.place, error.message]).toEqual(['directory.hotlines', expect.stringContaining('nobody')]);
  });

  test('is read back from its own output', () => {
    expect(parseDirectory(JSON.parse(JSON.stringify(feed)))).toEqual(feed);
  });
});

describe('site pack', () => {
  test.each([
    ['unit', ['div:has(input)']],
    ['unit', ['a{}']],
    ['unit', ['@import x']],
    ['unit', []],
    ['unit', ['.a', '.'.padEnd(241, 'a')]],
    ['hosts', ['*.example.com']],
    ['hosts', ['https://example.com']],
    ['hosts', ['localhost']],
    ['hosts', []],
    ['senderAddress', { selector: '.a', attribute: 'on click' }],
    // Where people write, where secrets stand, and what a page could not match quickly.
    ['unit', ['[contenteditable]']],
    ['unit', ['div', 'TEXTAREA']],
    ['unit', ['[role="textbox"] p']],
    ['text', ['.ql-editor']],
    ['root', 'form input'],
    ['senderName', { selector: 'input[type="password"]', attribute: 'value' }],
    ['senderAddress', { selector: '.a', attribute: 'value' }],
    ['senderProfile', { selector: '[autocomplete]' }],
    ['unit', ['* > .a']],
    ['unit', ['.a ~ .b']],
    ['unit', ['a b c d e f g h i']],
    ['unit', ['div:HAS(p)']],
    ['kind', 'composer'],
    ['site', 'x'.repeat(41)],
  ])('refuses %s %j', (field, value) => {
    const error = refusal(() => parseSitePack(pack({ [field]: value })));
    expect(error.code).toBe('ERR_LIST_SCHEMA');
    expect(error.place).toContain(`sitePack.sites.0.${field}`);
  });

  test('needs either hosts or detect', () => {
    expect(parseSitePack(pack({ hosts: undefined, detect: '#body' })).sites).toHaveLength(1);
    expect(refusal(() => parseSitePack(pack({ detect: '#body' }))).place).toBe('sitePack.sites.0');
    expect(refusal(() => parseSitePack(pack({ hosts: undefined }))).place).toBe('sitePack.sites.0');
  });

  test('gives nothing that the schema does not name: no hosts to grant, no composers', () => {
    const parsed = parseSitePack(pack({ permissions: ['<all_urls>'], composers: ['textarea'] }));
    expect(Object.keys(parsed.sites[0] ?? {}).sort()).toEqual([
      'hosts',
      'id',
      'kind',
      'site',
      'source',
      'unit',
    ]);
  });

  test('may leave composers and search boxes out', () => {
    const left = { skip: ['[role="textbox"]'], chrome: ['[role="search"] input'], own: ['.me'] };
    expect(parseSitePack(pack(left)).sites[0]).toMatchObject(left);
  });
});
