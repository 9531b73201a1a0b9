import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readRows } from '../../../lib/admin/reported/read-file';

const CENTRAL = 0x02014b50;

/** The code with which a table of these bytes is refused, and whether any row came. */
async function refusalOf(bytes: Uint8Array<ArrayBuffer>): Promise<{ code: unknown; rows: number }> {
  let rows = 0;
  const take = (piece: readonly unknown[]) => (rows += piece.length);
  const headings = { number: '', date: '', page: '', message: '' };
  const reading = readRows(new File([bytes], 'a.xlsx'), take, new AbortController().signal, headings);
  const code = await reading.then(
    () => undefined,
    (error: unknown) => (error as { code?: unknown }).code,
  );
  return { code, rows };
}

test('an .xlsx of too many parts, or of more unpacked bytes than are read, is refused before it is unpacked', async () => {
  const parts = zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`f${i}`, strToU8('x')])));
  expect(await refusalOf(parts)).toEqual({ code: 'ERR_FILE_TOO_LARGE', rows: 0 });

  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1_000_000) }, { level: 9 });
  const view = new DataView(bomb.buffer);
  for (let at = 0; at < bomb.length - 4; at++)
    if (view.getUint32(at, true) === CENTRAL) view.setUint32(at + 24, 300_000_000, true);
  expect(await refusalOf(bomb)).toEqual({ code: 'ERR_FILE_TOO_LARGE', rows: 0 });
  // What stays below the bounds is refused for what it is: no table.
  const plain = zipSync({ a: strToU8('x') });
  expect((await refusalOf(plain)).code).toBe('ERR_FILE_BROKEN');
});
