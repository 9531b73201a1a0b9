/** `import` reads what the console reads: workbooks, and evidence that people saved. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { readLine } from '../../lib/lists/reported/state';
import type { FeedFolder } from '../../scripts/feed/folder';
import { feed, json } from '../unit/scripts/support/feed-command';
import { workbook, xlsx } from '../browser/support/xlsx';
import { exportedZip, tampered } from '../unit/report/evidence/exported';
import { entries } from './support/administrators';
import { newFeed, newFolder } from './support/publisher';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DEFAULTS = '--category police --publisher P --url https://a.vn/ --vi Vi --date 2026-11-01'.split(' ');
const OFFICIAL = '02923 899588';

let an: FeedFolder;
beforeAll(async () => {
  an = await newFeed();
});

function fileOf(name: string, bytes: Uint8Array): string {
  const file = join(newFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

const numbersOf = (...numbers: string[]) => numbers.map((number) => entries(an, number).length);

test('a workbook: headings as offices write them, a lost zero, bad rows and official numbers named, good ones kept', async () => {
  const book = xlsx([
    ['STT', 'Số điện thoại', 'Ngày báo', 'Nội dung'],
    [1, '0292 000 0111', new Date('2026-11-03'), 'Giả công an'],
    [2, 2920000222, new Date('2026-11-03'), 'Giả điện lực'],
    [3, '0292.000.0111', new Date('2026-11-03'), 'Giả công an'],
    [4, '113', new Date('2026-11-03'), 'x'],
    [5, 'không rõ', new Date('2026-11-03'), 'x'],
    [6, OFFICIAL, new Date('2026-11-03'), 'x'],
  ]);
  const file = fileOf('bảng.xlsx', book);
  const done = await feed('import', an.path, file, ...DEFAULTS);
  expect(done.code).toBe(1);
  expect(done.out.split('\n').slice(0, 5)).toEqual([
    `${file}:6: number: "không rõ" is not one phone number`,
    `${file}:5: number: short and emergency numbers are never reported; left out`,
    `${file}:7: number: an official number of the directory; left out. If callers forge it, say --allow official`,
    `${file}:4: +842920000111 says the same as line 2; merged`,
    '6 rows read: 2 new in the draft, 0 known already, 1 duplicate merged, 1 row with faults, 2 left out.',
  ]);
  expect(numbersOf('+842920000111', '+842920000222', '113', '+842923899588')).toEqual([1, 1, 0, 0]);
  expect(readLine(entries(an, '+842920000222')[0] ?? '')).toMatchObject({
    date: '2026-11-03',
    pretends: { vi: 'Giả điện lực', en: 'Giả điện lực' },
  });
  const again = await json('import', an.path, file, ...DEFAULTS, '--allow', 'official');
  expect(again).toMatchObject({ added: 1, known: 2, left: [{ line: 5, why: 'short' }] });
  expect(numbersOf('113', '+842923899588')).toEqual([0, 1]);
});

const table = (...lines: string[]) => fileOf('bảng.csv', Buffer.from(`${lines.join('\n')}\n`));

test('a table without a head: columns are told by their place; without them it is said that there is no head', async () => {
  const file = table('0292 000 2001;Giả công an', '0292 000 2002;Giả điện lực');
  const told = await feed('import', an.path, file, ...DEFAULTS);
  expect(told.code).toBe(2);
  expect(told.err).toContain('has no head');
  expect(told.err).toContain('--columns number=1');
  const places = ['--columns', 'number=1', '--columns', 'pretends_vi=2'];
  expect(await json('import', an.path, file, ...DEFAULTS, ...places)).toMatchObject({ added: 2, errors: [] });
  expect(readLine(entries(an, '+842920002002')[0] ?? '').pretends.vi).toBe('Giả điện lực');
  const beyond = await feed('import', an.path, file, ...DEFAULTS, '--columns', 'number=3');
  expect([beyond.code, beyond.err]).toEqual([2, expect.stringContaining('no column of')]);
  // Of a table with a head too, in the place of a name.
  const named = table('Nghi vấn;Ghi chú', '0292 000 2003;x', '0292 000 2004;y');
  expect(await json('import', an.path, named, ...DEFAULTS, '--columns', 'number=1')).toMatchObject({
    added: 2,
    errors: [],
  });
});

test('a column that is told and is not there is refused: what it holds would be left out', async () => {
  const before = an.disk.read('draft/reported.jsonl');
  const file = table('Số điện thoại;Bên báo', '0292 000 2005;Công an');
  for (const column of ['Ben bao', '3']) {
    const told = await feed('import', an.path, file, ...DEFAULTS, '--columns', `authority=${column}`);
    expect([told.code, told.err]).toEqual([2, expect.stringContaining(`no column of ${file} is ${column}`)]);
  }
  const list = fileOf('một.jsonl', Buffer.from('{}\n'));
  const told = await feed('import', an.path, list, ...DEFAULTS, '--columns', 'authority=Bên báo');
  expect([told.code, told.err]).toEqual([2, expect.stringContaining('is no table')]);
  expect(an.disk.read('draft/reported.jsonl')).toEqual(before);
});

test('--head says which line names the columns, or that none does', async () => {
  const file = table('Số;Ngày', 'Điện thoại;Ngày', 'Máy;Ghi chú', '0292 000 2101;x');
  const columns = ['--columns', 'number=Máy'];
  const wrong = await feed('import', an.path, file, ...DEFAULTS, '--head', '2');
  expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining(':4: date')]);
  expect(await json('import', an.path, file, ...DEFAULTS, ...columns, '--head', '3')).toMatchObject({
    added: 1,
    errors: [],
  });
  expect(
    await json('import', an.path, file, ...DEFAULTS, '--columns', 'number=1', '--head', '0'),
  ).toMatchObject({ rows: 4, known: 1 });
  for (const head of ['9', 'x', '-1'])
    expect((await feed('import', an.path, file, ...DEFAULTS, '--head', head)).code).toBe(2);
  const list = fileOf('một.jsonl', Buffer.from('{}\n'));
  expect((await feed('import', an.path, list, ...DEFAULTS, '--head', '1')).err).toContain('is no table');
});

test('an empty table is called empty', async () => {
  for (const text of ['', '\n;;\n']) {
    const told = await feed('import', an.path, table(text), ...DEFAULTS);
    expect([told.code, told.err]).toEqual([1, expect.stringContaining('has no rows')]);
  }
});

test('a workbook of the compact set', async () => {
  const book = xlsx([
    ['Số', 'category', 'last'],
    ['0930 000 001', 'bank', '05/2026'],
    ['0930 000 002', 'bank', '13/2026'],
  ]);
  const file = fileOf('nhiều.xlsx', book);
  const done = await json('import', an.path, file, '--compact', '--columns', 'number=Số');
  expect(done).toMatchObject({ added: 1, rows: 2, errors: [{ line: 3, field: 'last' }] });
});

test('evidence that people saved: a row for each number, dated as in Vietnam; what was changed since is refused', async () => {
  const bytes = await exportedZip({
    text: 'Công an gọi, bảo gọi lại 113',
    numbers: ['+842920000555', '0292 000 0777', '113', OFFICIAL],
    savedAt: '2026-11-27T20:00:00.000Z',
  });
  const file = fileOf('chứng cứ.zip', bytes);
  const rest = DEFAULTS.slice(0, -2);
  expect(await json('import', an.path, file, ...rest)).toMatchObject({
    rows: 2,
    added: 2,
    left: [
      { line: 4, why: 'short' },
      { line: 5, why: 'official' },
    ],
  });
  expect(readLine(entries(an, '+842920000777')[0] ?? '').date).toBe('2026-11-28');

  const before = an.disk.read('draft/reported.jsonl');
  const forged = fileOf('giả.zip', tampered(bytes));
  const refused = await feed('import', an.path, forged, ...rest, '--json');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'ERR_FILE_BROKEN' } });
  expect(refused.err).toContain('was changed since it was saved');
  expect((await feed('import', an.path, fileOf('a.pdf', bytes), ...rest)).err).toContain('none of the files');
  expect(an.disk.read('draft/reported.jsonl')).toEqual(before);
});

test('letters of a code page are refused by the name of the file and with what to do; "Unicode text" of Excel is read', async () => {
  const table = 'Số điện thoại\tNội dung\n0292 000 0999\tGiá danh công an\n';
  for (const name of ['cũ.csv', 'cũ.txt', 'cũ.jsonl', 'cũ.json']) {
    const file = fileOf(name, Buffer.from(table, 'latin1'));
    const refused = await feed('import', an.path, file, ...DEFAULTS);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`${file}: its letters are not in UTF-8`);
    expect(refused.err).toContain('CSV UTF-8');
  }
  expect(numbersOf('+842920000999')).toEqual([0]);
  const file = fileOf('unicode.txt', Buffer.from(`\ufeff${table}`, 'utf16le'));
  expect((await feed('import', an.path, file, ...DEFAULTS)).code).toBe(0);
  expect(readLine(entries(an, '+842920000999')[0] ?? '').pretends.vi).toBe('Giá danh công an');
});

test('a head below a title, and a sheet by name: which was read is said, and that there are others', async () => {
  const title = [['DANH SÁCH SỐ LỪA ĐẢO, QUÝ 4'], [], ['STT', 'Số điện thoại', 'Nội dung']] as const;
  const book = workbook({
    Bìa: [],
    'Tháng 10': [...title, [1, '0292 000 1001', 'Giả công an']],
    'Tháng 11': [...title, [1, '0292 000 1101', 'Giả điện lực'], [2, 'không rõ', 'x']],
  });
  const file = fileOf('quý.xlsx', book);
  const first = await feed('import', an.path, file, ...DEFAULTS);
  expect([first.code, first.out.split('\n')[0]]).toEqual([
    0,
    'Sheet "Tháng 10" was read. The workbook has also: "Bìa" (0 rows), "Tháng 11" (5 rows). --sheet NAME reads another.',
  ]);
  expect(numbersOf('+842920001001', '+842920001101')).toEqual([1, 0]);
  expect(await json('import', an.path, file, ...DEFAULTS, '--sheet', 'Tháng 11')).toMatchObject({
    added: 1,
    sheet: { name: 'Tháng 11' },
    errors: [{ line: 5, field: 'number' }],
  });
  const none = await feed('import', an.path, file, ...DEFAULTS, '--sheet', 'Tháng 12');
  expect(none.code).toBe(2);
  expect(none.err).toContain('has no sheet "Tháng 12". It has "Bìa", "Tháng 10", "Tháng 11".');

  const text = 'Danh sách số lừa đảo, quý 4\n\nSố gọi;Ghi;Nội dung\n0292 000 1201;x;Giả công an\n';
  const csv = fileOf('quý.csv', Buffer.from(text));
  expect((await feed('import', an.path, csv, ...DEFAULTS, '--columns', 'number=Số gọi')).code).toBe(0);
  expect((await feed('import', an.path, csv, ...DEFAULTS, '--sheet', 'x')).code).toBe(2);
  expect(numbersOf('+842920001201')).toEqual([1]);
});
