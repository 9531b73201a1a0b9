import { beforeEach, expect, test, vi } from 'vitest';
import { readRows } from '../../../lib/admin/reported/read-file';

/** As much of the browser's as Papa Parse needs. */
class TextReader {
  onload: ((event: { target: { result: string } }) => void) | undefined;
  readAsText(blob: Blob): void {
    void blob.text().then((result) => this.onload?.({ target: { result } }));
  }
}
beforeEach(() => void vi.stubGlobal('FileReader', TextReader));

/** What the console reads of a .csv: lines, first cells, and whether the row is broken. */
async function read(text: string): Promise<(readonly [number, string | undefined, boolean])[]> {
  const found: (readonly [number, string | undefined, boolean])[] = [];
  const headings = { number: '', date: '', page: '', message: '' };
  await readRows(
    new File([text], 'a.csv'),
    (_rows, _line, _share, places = []) => {
      for (const { line, cells, fault } of places) found.push([line, cells[0], fault !== undefined]);
    },
    new AbortController().signal,
    headings,
  );
  return found.filter(([, cell]) => cell !== '');
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
