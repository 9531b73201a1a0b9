import { describe, expect, test } from 'vitest';
import { parseDirectory } from '../../../lib/lists/schema-directory';
import { parseReported } from '../../../lib/lists/schema-reported';
import { parseSitePack } from '../../../lib/lists/schema-site-pack';
import { feedJson, feedText } from './read-feed';

const directory = parseDirectory(feedJson('directory'));
const { reports } = parseReported(feedJson('reported'));
const { sites } = parseSitePack(feedJson('site-pack'));
const digits = (text: string): string => text.replace(/\D/g, '');

/** Looked up and not proven, contradicted, or likely in other hands today: must not ship, in any spelling. */
const UNPROVEN_OFFICIAL = [
  '02923820674',
  '02923762222',
  '0693672888',
  '0692194053',
  '19000368',
  '1900558818',
  '1900558868',
  '19006769',
  '0339035656',
  '1022',
];
const UNPROVEN_REPORTED = [
  // No page printed them.
  ...['0354716975', '0901757297', '0902204629', '0903553785', '0706582201', '0932378465', '0903494514'],
  ...['02899964437', '02873034653', '02899950012', '02873065555', '02899964448', '02822000266'],
  ...['0287108690', '02899950015', '02899958588', '02871099082', '02899996142'],
  // A digit too few, or in no numbering plan.
  ...['0249997041', '0249997037', '0249997038', '0249992623', '0249997035', '0249994266', '0245678520'],
  ...['0249997044', '09477330847'],
  // Locked or taken from their users: likely in the hands of innocent people.
  ...['0828768648', '0932470093', '0909880914', '0342791041', '0586991769', '0588579105', '0587112248'],
];
const UNPROVEN_FOREIGN = ['+8919008198', '+4422222202'];
const UNPROVEN_DOMAINS = [
  'canhbao.khonggianmang.vn',
  'dichvucong.gov.vn',
  'vneid.gov.vn',
  'thuedientu.gdt.gov.vn',
  'ibank.agribank.com.vn',
  'chongthurac.vn',
];
/** Short codes are leased and reassigned. */
const SHORT_CODES = [
  '6781',
  '6768',
  '7775',
  '8781',
  '7777',
  '8700',
  '8125',
  '7769',
  '6716',
  '8791',
  '7786',
  '8774',
];

const key = (number: string): string => (number.startsWith('0') ? `+84${number.slice(1)}` : number);

describe('what must not ship', () => {
  const shipped = new Set([...directory.hotlines, ...reports].map((entry) => entry.number));
  const contacts = directory.notices.flatMap((notice) =>
    notice.contacts.flatMap((contact) => contact.number ?? []),
  );
  const syntaxes = directory.sms.flatMap((entry) => entry.to);

  test.each([...UNPROVEN_OFFICIAL, ...UNPROVEN_REPORTED, ...UNPROVEN_FOREIGN, ...SHORT_CODES])(
    '%s',
    (number) => {
      expect([...shipped, ...contacts, ...syntaxes]).not.toContain(key(number));
    },
  );

  test.each([...UNPROVEN_OFFICIAL.filter((number) => number.length > 4), ...UNPROVEN_REPORTED])(
    '%s, in any text or spelling',
    (number) => {
      const national = digits(number).replace(/^0/, '');
      const runs = ['directory', 'reported'].flatMap((name) =>
        // Addresses of sources hold long counts that mean no number.
        (
          feedText(name)
            .replace(/https:[^"]+/g, '')
            .match(/\+?\d[\d .()-]*\d/g) ?? []
        ).map(digits),
      );
      const forms = [national, `0${national}`, `84${national}`, `840${national}`];
      expect(runs.filter((run) => forms.includes(run))).toEqual([]);
    },
  );

  test.each(UNPROVEN_DOMAINS)('%s', (domain) => {
    expect(feedText('directory')).not.toContain(domain);
    expect(feedText('site-pack')).not.toContain(domain);
  });
});

describe('reported', () => {
  test('58 numbers, each once, none of them official', () => {
    const numbers = reports.map((report) => report.number);
    expect(numbers).toHaveLength(58);
    expect(new Set(numbers).size).toBe(58);
    const official = new Set(directory.hotlines.map((hotline) => hotline.number));
    expect(numbers.filter((number) => official.has(number))).toEqual([]);
  });

  test('every report has its source and its day; a weak one names no authority', () => {
    for (const report of reports) {
      expect(report.url).toMatch(/^https:\/\//);
      expect(report.date).toMatch(/^20\d\d-\d\d/);
      expect(report.publisher).not.toMatch(/quoting|reprint/);
      if (report.strength === 'weak') expect(report.authority).toBeUndefined();
      else expect(report.authority).toBeTruthy();
    }
  });

  test('1900 numbers are bare digits', () => {
    expect(
      reports.filter((report) => /^\+?(84)?1[89]00/.test(report.number)).every((r) => /^1900/.test(r.number)),
    ).toBe(true);
    expect(reports.filter((report) => report.number.startsWith('1900'))).toHaveLength(14);
  });
});

describe('directory', () => {
  const hotline = (number: string) => directory.hotlines.find((entry) => entry.number === number);

  test('the hotlines of the notice carry their date, their end and the merger', () => {
    for (const number of ['+842923899588', '+842923811502']) {
      const entry = hotline(number);
      expect(entry?.date).toBe('2024-03');
      expect(entry?.validTo).toBe('2025-02-28');
      expect(entry?.note?.vi).toMatch(/2025.*hợp nhất vào Sở Khoa học và Công nghệ.*113/s);
      expect(entry?.note?.en).toMatch(/2025.*merged into the Department of Science and Technology.*113/s);
    }
    expect(hotline('113')).toBeDefined();
  });

  test('the notice: date, letter with its caution, contacts, merger', () => {
    const [notice] = directory.notices;
    expect(notice).toMatchObject({
      date: '2024-03-05',
      signedBy: 'Huỳnh Hoàng Mến',
      letter: { number: '432' },
    });
    expect(notice?.letter?.caution.vi).toContain('bản sao');
    expect(notice?.merger?.vi).toContain('Sở Khoa học và Công nghệ');
    expect(notice?.contacts.flatMap((contact) => contact.number ?? [])).toEqual(
      expect.arrayContaining(['113', '+842923899588', '+842923811502', '156', '5656']),
    );
    expect(
      notice?.contacts.some((contact) => contact.number === undefined && /gần nhất/.test(contact.label.vi)),
    ).toBe(true);
  });

  test('every number of a notice or a syntax is a hotline, or the number of a bank’s syntax', () => {
    const named = directory.notices.flatMap((notice) =>
      notice.contacts.flatMap((contact) => contact.number ?? []),
    );
    const reportLines = directory.sms
      .filter((entry) => entry.id.startsWith('report'))
      .flatMap((entry) => entry.to);
    for (const number of [...named, ...reportLines]) expect(hotline(number)).toBeDefined();
  });

  test('the report lines name no ministry', () => {
    const texts = JSON.stringify([
      directory.organisations.find((entry) => entry.id === 'report-lines'),
      hotline('156'),
      hotline('5656'),
      directory.sms.filter((entry) => entry.to.includes('156')),
    ]).replace(/https:[^"]+/g, '');
    expect(texts).not.toMatch(/Bộ |Ministry|Cục /);
  });

  test('the syntaxes of 156 and 5656, and of the Do-Not-Call register', () => {
    const syntaxes = directory.sms.map((entry) => entry.syntax.vi);
    for (const word of ['S', 'V', 'LD'])
      expect(syntaxes.some((syntax) => syntax.startsWith(`${word} (`))).toBe(true);
    expect(syntaxes).toEqual(expect.arrayContaining(['DK DNC', 'DK DNC S', 'DK DNC V', 'HUY DNC']));
  });

  test('a spoofed official number says so', () => {
    for (const number of ['18001096', '18001090']) expect(hotline(number)?.note?.vi).toMatch(/giả|kẻ gian/);
  });

  test('texts are calm: no exclamation marks, both languages', () => {
    const texts = JSON.stringify([directory, reports]);
    expect(texts).not.toMatch(/[!！]/);
  });

  test('every fact has an https source', () => {
    const { people, hotlines, sms, domains, advice, notices } = directory;
    const facts = [
      ...people,
      ...hotlines,
      ...sms,
      ...domains,
      ...advice,
      ...notices.flatMap((notice) => notice.sources),
    ];
    for (const fact of facts) expect(fact.url).toMatch(/^https:\/\//);
  });
});

describe('site pack', () => {
  test.each([
    'gmail',
    'outlook',
    'yahoo',
    'proton',
    'roundcube',
    'sogo',
    'facebook',
    'messenger',
    'zalo',
    'x',
    'youtube',
    'telegram',
  ])('%s is there', (id) => {
    // A site may have an entry for each kind of unit: facebook-post, facebook-comment.
    expect(sites.some((site) => site.id === id || site.id.startsWith(`${id}-`))).toBe(true);
  });

  test('no two entries of the same id', () => {
    const ids = sites.map((site) => site.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
