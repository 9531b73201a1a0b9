/** The same change of many numbers, chosen by a filter, and the search that shows what it would choose. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readLine } from '../../lib/lists/reported/state';
import type { FeedFolder } from '../../scripts/feed/folder';
import { edit } from '../../scripts/feed/commands/bulk';
import { add as addCommand, importFile, remove } from '../../scripts/feed/commands/drafting';
import { search } from '../../scripts/feed/commands/search';
import { sign as signCommand } from '../../scripts/feed/commands/publishing';
import { feed } from '../unit/scripts/support/feed-command';
import { add, administrators, called, entries, line, sign, stateOfFolder } from './support/administrators';
import { newFeed } from './support/publisher';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const numberAt = (at: number) => `+8429200000${String(at).padStart(2, '0')}`;
const [ONE, TWO, THREE] = [numberAt(1), numberAt(2), numberAt(3)] as const;
const WHY = ['--who', 'An', '--why', 'đọc lại'];

async function someReports(): Promise<FeedFolder> {
  const folder = await newFeed();
  add(folder, ...Array.from({ length: 20 }, (_, at) => line(numberAt(at), 'police', 'Báo A')));
  add(folder, line(ONE, 'bank', 'Báo B'), line(TWO, 'bank', 'Báo B'));
  await sign(folder);
  return folder;
}

let an: FeedFolder;
administrators(someReports, (folders) => ([, an] = folders));

const said = (number: string) =>
  entries(an, number)
    .map(readLine)
    .map(({ category, publisher }) => `${category} ${publisher}`);
const refusal = (work: () => Promise<unknown>) =>
  Promise.resolve()
    .then(work)
    .then(
      () => undefined,
      (error: unknown) => String(error),
    );

test('edits the entries that a filter chooses, no others of the same numbers, with its reason', async () => {
  const done = await called(
    edit,
    an,
    '--where',
    'publisher=Báo B',
    '--category',
    'tax_other',
    '--publisher',
    'Sở',
    ...WHY,
  );
  expect(done.data).toEqual({ chosen: 2, changed: [ONE, TWO] });
  expect(said(ONE)).toEqual(['police Báo A', 'tax_other Sở']);
  expect(said(THREE)).toEqual(['police Báo A']);
  expect((await called(search, an, ONE)).data).toMatchObject({
    draft: [{ why: 'đọc lại', numbers: [ONE, TWO] }],
  });
  const states = (await called(search, an, '--where', 'state=changed')).data.rows;
  expect(states).toMatchObject([{ number: ONE, entry: { category: 'tax_other' } }, { number: TWO }]);
});

test('a category by its name, where it is added and where it is edited; an id of the list stays', async () => {
  const FOUR = numberAt(40);
  const rest = ['--vi', 'Vi', '--en', 'En', '--publisher', 'Sở', '--url', 'https://a.vn/'];
  await called(addCommand, an, FOUR, '--category', 'Giả danh công an', ...rest);
  expect(said(FOUR)).toEqual(['police_impersonation Sở']);
  await called(edit, an, FOUR, '--category', 'Giả danh nhân viên ngân hàng');
  expect(said(FOUR)).toEqual(['bank_impersonation Sở']);
  await called(edit, an, FOUR, '--category', 'police');
  expect(said(FOUR)).toEqual(['police Sở']);
});

test('what is wrong, or chooses nothing, changes nothing', async () => {
  const before = stateOfFolder(an);
  expect(await refusal(() => called(edit, an, '--category', 'tax'))).toContain('Say which');
  expect(await refusal(() => called(remove, an))).toContain('Say which');
  expect(await refusal(() => called(edit, an, ONE))).toContain('Say what changes');
  expect(await refusal(() => called(edit, an, ONE, '--url', 'ftp://x'))).toContain('--url');
  expect(await refusal(() => called(edit, an, ONE, '0911 111 111', '--category', 'tax'))).toContain(
    '+84911111111: not in the draft',
  );
  expect(await refusal(() => called(remove, an, '--where', 'category=xyz'))).toContain(
    'Nothing in the draft',
  );
  expect(await refusal(() => called(remove, an, '--where', 'status=x'))).toContain('FIELD one of text');
  expect(await refusal(() => called(remove, an, '--where', 'state=x'))).toContain('one of kept');
  expect(await refusal(() => called(remove, an, '--where', 'from=hôm qua'))).toContain('must be a day');
  expect(stateOfFolder(an)).toEqual(before);
  expect((await feed('edit', an.path, ONE)).code).toBe(2);
  expect((await feed('remove', an.path, '--where', 'category=xyz')).code).toBe(1);
});

test('takes out the entries that a filter chooses; more than a tenth of the numbers is asked twice', async () => {
  const b = ['--where', 'publisher=Báo B'];
  expect((await called(remove, an, ...b, ...WHY)).data).toMatchObject({
    numbers: [],
    changed: [ONE, TWO],
    removed: 2,
  });
  expect(said(ONE)).toEqual(['police Báo A']);
  const all = ['--where', 'publisher=Báo A'];
  await expect(async () => called(remove, an, ...all)).rejects.toMatchObject({
    objections: [{ code: 'removal' }],
  });
  expect((await feed('remove', an.path, ...all)).code).toBe(4);
  expect((await called(remove, an, ...all, '--allow', 'removal')).data.numbers).toHaveLength(20);
  await expect(called(signCommand, an)).rejects.toMatchObject({ objections: [{ code: 'removal' }] });
  expect(
    (await called(search, an, '--where', 'state=removed', '--where', 'publisher=Báo A')).data.found,
  ).toBe(20);
  // What is out already is not taken out once more.
  expect(await refusal(() => called(remove, an, ...all))).toContain('Nothing in the draft');
});

test('several numbers at once, all or none', async () => {
  expect(await refusal(() => called(remove, an, ONE, '0911 111 111'))).toContain('not in the draft');
  expect(said(ONE)).toHaveLength(2);
  expect((await called(remove, an, ONE, THREE)).data).toMatchObject({ numbers: [ONE, THREE], removed: 3 });
});

test('search: words, digits in any grouping, one number with all that is known of it', async () => {
  expect((await called(search, an, 'báo', 'b')).data).toMatchObject({ found: 2 });
  expect((await called(search, an, '--where', 'text=2000001')).data).toMatchObject({ found: 10 });
  await called(remove, an, THREE, ...WHY);
  await called(
    addCommand,
    an,
    THREE,
    '--compact',
    '--category',
    'bank',
    '--last',
    '2026-05',
    '--count',
    '12',
  );
  const { lines, data } = await called(search, an, '0292 0000003');
  expect(data).toMatchObject({
    number: THREE,
    isOfficial: false,
    rows: [{ number: THREE, state: 'removed' }],
    compact: { category: 'bank', last: '2026-05', count: '10', status: 'reported' },
    draft: [{ why: 'đọc lại' }],
    versions: [{ kind: 'added' }],
  });
  expect(lines.join('\n')).toContain('Not published yet:\n  An: đọc lại');
  expect((await called(search, an, '02923 899588')).lines[0]).toContain('official number');
  const nothing = await feed('search', an.path, 'không có gì như thế', '--json');
  expect([nothing.code, JSON.parse(nothing.out)]).toEqual([0, { found: 0, rows: [] }]);
});

test('the compact set: status, category and removal by filter, guarded as every change of numbers', async () => {
  for (const at of [1, 2, 3]) {
    const category = at < 3 ? 'bank' : 'shop';
    await called(
      addCommand,
      an,
      numberAt(at),
      '--compact',
      '--category',
      category,
      '--last',
      `2026-0${String(at)}`,
    );
  }
  await sign(an);
  const set = ['--compact', '--where', 'category=bank', '--where', 'from=2026-02'];
  expect(
    (await called(edit, an, ...set, '--status', 'disputed', '--category', 'tax', ...WHY)).data,
  ).toMatchObject({
    added: 0,
    removed: 0,
    changed: 1,
  });
  const rows = [
    { number: ONE, category: 'bank', first: '2026-01', last: '2026-01', count: '1', status: 'reported' },
    { number: TWO, category: 'tax', first: '2026-02', last: '2026-02', count: '1', status: 'disputed' },
    { number: THREE, category: 'shop', first: '2026-03', last: '2026-03', count: '1', status: 'reported' },
  ];
  expect((await called(search, an, '--compact')).data).toEqual({ found: 3, rows });
  expect((await called(search, an, TWO, '--compact')).data).toMatchObject({ found: 1 });
  expect((await called(search, an, '0911 111 111', '--compact')).data).toEqual({ found: 0, rows: [] });
  for (const slip of [['0292 000000'], ['giả', 'công', 'an'], [ONE, TWO]])
    expect(await refusal(() => called(search, an, ...slip, '--compact'))).toContain('not one phone number');
  expect((await feed('search', an.path, '02920000', '--compact')).code).toBe(2);
  expect(await refusal(() => called(edit, an, ONE, '--compact', '--status', 'x'))).toContain('status');
  expect(await refusal(() => called(edit, an, ONE, '--compact'))).toContain('Say what changes');
  expect(await refusal(() => called(remove, an, '--compact', '--where', 'status=x'))).toContain(
    'one of reported',
  );
  const gone = ['--compact', '--where', 'status=disputed'];
  await expect(called(remove, an, ...gone)).rejects.toMatchObject({ objections: [{ code: 'removal' }] });
  expect((await called(remove, an, ...gone, '--allow', 'removal')).data).toMatchObject({
    removed: 1,
    held: 2,
  });
  expect(await refusal(() => called(remove, an, ...gone, '--allow', 'removal'))).toContain(
    'Nothing in the compact set',
  );
});

test('of a large compact set all is counted, no more is given than people or programs take', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'canh-giac-')), 'many.csv');
  const many = Array.from({ length: 10_050 }, (_, at) => `+8429${String(3_000_000 + at)}0,bank,2026-05`);
  writeFileSync(file, ['number,category,last', ...many].join('\n'));
  await called(importFile, an, file, '--compact', '--allow', 'addition');
  const { lines, data } = await called(search, an, '--compact');
  expect(data).toMatchObject({ found: 10_050 });
  expect(data.rows).toHaveLength(10_000);
  expect([lines[0], lines.length, lines.at(-1)]).toEqual([
    "10050 entries in the draft's compact set.",
    52,
    'and 10000 more',
  ]);
});
