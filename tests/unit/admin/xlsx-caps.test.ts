import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../lib/admin/reported/read-workbook';

const CENTRAL = 0x02014b50;

/** The code with which a workbook of these bytes is refused. */
async function refusalOf(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  return readWorkbook(new Blob([bytes])).then(
    () => undefined,
    (error: unknown) => (error as { code?: unknown }).code,
  );
}

test('an .xlsx of too many parts, or of more unpacked bytes than are read, is refused before it is unpacked', async () => {
  const parts = zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`f${i}`, strToU8('x')])));
  expect(await refusalOf(parts)).toBe('ERR_FILE_TOO_LARGE');

  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1_000_000) }, { level: 9 });
  const view = new DataView(bomb.buffer);
  for (let at = 0; at < bomb.length - 4; at++)
    if (view.getUint32(at, true) === CENTRAL) view.setUint32(at + 24, 300_000_000, true);
  expect(await refusalOf(bomb)).toBe('ERR_FILE_TOO_LARGE');
  // What stays below the bounds is refused for what it is: no table.
  const plain = zipSync({ a: strToU8('x') });
  expect(await refusalOf(plain)).toBe('ERR_FILE_BROKEN');
});
