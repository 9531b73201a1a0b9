import Papa from 'papaparse';
import { expect, test, vi } from 'vitest';
import { readRows } from '../../../lib/admin/reported/read-file';
import { CsvReader } from '../../../lib/lists/publish/csv-reader';

/** Bytes as a browser may give them, so many at once. */
function inPieces(bytes: Uint8Array<ArrayBuffer>, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

type Row = readonly [line: number, first: string | undefined, isBroken: boolean];

/** What the console reads of a .csv: lines, first cells, and whether the row is broken. */
async function read(text: string, piece?: number): Promise<Row[]> {
  const file = new File([text], 'a.csv');
  if (piece !== undefined) file.stream = () => inPieces(new TextEncoder().encode(text), piece);
  const found: Row[] = [];
  const headings = { number: '', date: '', page: '', message: '' };
  await readRows(
    file,
    (_rows, _line, _share, places = []) => {
      for (const { line, cells, fault } of places) found.push([line, cells[0], fault !== undefined]);
    },
    new AbortController().signal,
    headings,
  );
  return found;
}

test('line breaks in cells count as lines; a quote that nobody closes costs its own row alone', async () => {
  expect(await read('n,c\n1,"a\nb\nc"\n2,x\n3,"bỏ dở\n4,x\n5,y\n')).toEqual([
    [1, 'n', false],
    [2, '1', false],
    [5, '2', false],
    [6, '3', true],
    [7, '4', false],
    [8, '5', false],
  ]);
});

test('in a file of several pieces too', async () => {
  const rows = Array.from({ length: 40_000 }, (_, at) => `${String(at)},"x\ny"`);
  const found = await read(`n,c\n${rows.join('\n')}\nz,"bỏ dở\nend,x\n`);
  expect(found.slice(-3)).toEqual([
    [80_000, '39999', false],
    [80_002, 'z', true],
    [80_003, 'end', false],
  ]);
});

test('letters over the border of two pieces stay whole, and so do line breaks and doubled quotes', async () => {
  const text =
    '\ufeffđường;chữ\r\n"Nguyễn ""Ặ""";x\r\n\r\nứng\r\n"hai\r\ndòng"  ;y\r\ncuối;"bỏ\r\nrồi;"z ""và"" hết"';
  const whole = await read(text);
  expect(whole).toEqual([
    [1, 'đường', false],
    [2, 'Nguyễn "Ặ"', false],
    [3, '', false],
    [4, 'ứng', false],
    [5, 'hai\r\ndòng', false],
    [7, 'cuối', true],
    [8, 'rồi', false],
  ]);
  for (let piece = 1; piece <= 9; piece++) expect(await read(text, piece)).toEqual(whole);
});

test('a cell or a row that has no end is broken, what stands behind it is read', async () => {
  const long = 'x'.repeat(1_500_000);
  const whole: Row[] = [
    [1, 'n', false],
    [2, '1', true],
    [3, long.slice(0, 100_000), true],
    [4, '3', false],
  ];
  const text = `n,c\n1,"${'y'.repeat(120_000)}\n${long}\n3,x`;
  expect(await read(text, 70_000)).toEqual(whole);
});

/** Rows of quotes that go nowhere. */
const STRAY: Readonly<Record<string, string>> = {
  'a quote that opens': '0292,"abc',
  'a quote that closes too early': '0292,"abc" def',
  'a quote in the midst': '0292,abc "def',
  'three quotes': '0292,"""abc',
  'quotes by which each line goes on in the next': 'a","b',
  'a cell of two lines': '0292,"abc\ndef"',
};

/** Parts of one line, as often as one likes. */
const IN_A_LINE: Readonly<Record<string, (times: number) => string>> = {
  'quotes in an open cell, blanks behind': (times) => `x,"a${'a"'.repeat(times)}${' '.repeat(times)},b`,
  'the same behind letters': (times) => `x"${'a"'.repeat(times)}${' '.repeat(times)},b`,
  'quotes alone': (times) => '"'.repeat(2 * times + 1),
  'blanks behind closing quotes': (times) => `"a"${' '.repeat(times)}`.repeat(2),
  'cells in quotes': (times) => '"a" ,'.repeat(times),
  'quotes within cells': (times) => 'a"b,'.repeat(times),
  'doubled quotes': (times) => `"${'a""'.repeat(times)}"`,
  'empty lines behind an open quote': (times) => `a,"b${'\n'.repeat(3 * times)}`,
  'open quotes and empty lines': (times) => 'a,"b\n\n\n'.repeat(times),
};

/** Rows of a text that comes in pieces as the console takes them. */
function readAll(text: string): number {
  const reader = new CsvReader();
  let rows = 0;
  for (let at = 0; at < text.length; at += 65_536)
    rows += [...reader.push(text.slice(at, at + 65_536))].length;
  return rows + [...reader.end()].length;
}

/** Milliseconds that one reading takes, the least of some. */
function timeOf(text: string): number {
  let least = Infinity;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    let times = 0;
    do {
      readAll(text);
      times += 1;
    } while (performance.now() - start < 10);
    least = Math.min(least, (performance.now() - start) / times);
  }
  return least;
}

test.each(Object.entries(IN_A_LINE))(
  '%s: time grows with their number, not with its square',
  (_name, line) => {
    // 32 times is linear, the square is 1,024 times; how fast the machine is does not matter.
    expect(timeOf(line(32_000)) / timeOf(line(1_000))).toBeLessThan(200);
  },
);

test('quotes in a cell that does not begin with one are letters; what is wrong with others is said', () => {
  const reader = new CsvReader();
  const text = [
    '0292 1,Công ty "ABC"',
    '0292 2,5" x 7",x',
    '0292 3,"ABC" Công ty',
    '0292 4,"Công ty ""ABC"""  ',
    '0292 5,"bỏ',
    '\ufeff"0292 6",x',
  ].join('\n');
  const rows = [...reader.push(text), ...reader.end()].map(({ cells, fault }) => fault ?? cells);
  expect(rows).toEqual([
    ['0292 1', 'Công ty "ABC"'],
    ['0292 2', '5" x 7"', 'x'],
    'behind',
    ['0292 4', 'Công ty "ABC"'],
    'open',
    ['0292 6', 'x'],
  ]);
});

test('of a cell that is never closed no more is kept waiting than a cell may be long', () => {
  const reader = new CsvReader();
  const rows = (text: string) => [...reader.push(text)].length;
  expect(rows(`a,"b${'\n'.repeat(100_000)}`)).toBe(0);
  expect(rows('\n')).toBe(100_001);
});

test('a long file in one piece', () => {
  const reader = new CsvReader();
  const all = [...reader.push('0292 000 0111,x\n'.repeat(200_000)), ...reader.end()];
  expect([all.length, all.at(-1)]).toEqual([200_000, { line: 200_000, cells: ['0292 000 0111', 'x'] }]);
});

test.each(Object.entries(STRAY))('%s in each row: no text is parsed again and again', (_name, row) => {
  // What is parsed is counted, not time: quotes that are looked for from every row take the square of them.
  const parsed = vi.spyOn(Papa, 'parse');
  const reader = new CsvReader();
  const text = `${row}\n`.repeat(20_000);
  const all = [...reader.push(text), ...reader.end()];
  const length = parsed.mock.calls.reduce((sum, [one]) => sum + String(one).length, 0);
  parsed.mockRestore();
  expect(all).toHaveLength(20_000);
  expect(length).toBeLessThan(3 * text.length);
});

test('letters of a code page are refused before a row with wrong letters is taken', async () => {
  const bytes = Buffer.from('0292 000 0111,Giá danh công an\n', 'latin1');
  const rows: unknown[] = [];
  const headings = { number: '', date: '', page: '', message: '' };
  const take = (piece: readonly unknown[]) => rows.push(...piece);
  const reading = readRows(new File([bytes], 'a.csv'), take, new AbortController().signal, headings);
  await expect(reading).rejects.toMatchObject({ code: 'ERR_FILE_LETTERS' });
  expect(rows).toEqual([]);
});
