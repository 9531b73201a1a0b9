import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../lib/admin/reported/import-table';
import { readRows } from '../../../lib/admin/reported/read-file';
import { translateAdmin } from '../../../lib/i18n/admin';
import { fold } from '../../../lib/text/fold';
import { exportedZip, tampered } from '../report/evidence/exported';

const headingsIn = (language: 'vi' | 'en') => ({
  number: translateAdmin(language, 'field_number'),
  date: translateAdmin(language, 'field_date'),
  page: translateAdmin(language, 'import_page'),
  message: translateAdmin(language, 'import_message'),
});

async function rowsOf(file: File, language: 'vi' | 'en' = 'vi'): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  await readRows(file, (piece) => rows.push(...piece), new AbortController().signal, headingsIn(language));
  return rows;
}

const exported = () =>
  exportedZip(
    {
      text: 'Công an gọi từ hai số',
      numbers: ['+842920000555', '0292 000 0777'],
      savedAt: '2026-11-27T20:00:00.000Z',
    },
    { text: 'Không có số nào', numbers: [], savedAt: '2026-11-28T03:00:00.000Z' },
  );

describe('evidence that citizens exported', () => {
  for (const language of ['vi', 'en'] as const) {
    it(`gives a row for each number, dated as in Vietnam, columns known by their headings: ${language}`, async () => {
      const [headings = [], ...rows] = await rowsOf(new File([await exported()], 'chung-cu.zip'), language);
      expect(guessMapping(headings, (text) => fold(text).text)).toEqual({ number: 0, date: 1 });
      expect(rows).toEqual([
        ['+842920000555', '2026-11-28', 'https://www.facebook.com/nhom', 'Công an gọi từ hai số'],
        ['0292 000 0777', '2026-11-28', 'https://www.facebook.com/nhom', 'Công an gọi từ hai số'],
      ]);
    });
  }

  it('is refused where it was changed, or is another file', async () => {
    const bytes = tampered(await exported());
    await expect(rowsOf(new File([bytes], 'chung-cu.zip'))).rejects.toMatchObject({
      code: 'ERR_FILE_BROKEN',
    });
    await expect(rowsOf(new File(['{"a":1}'], 'evidence.json'))).rejects.toMatchObject({
      code: 'ERR_FILE_BROKEN',
    });
  });
});
