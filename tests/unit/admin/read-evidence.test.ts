import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../lib/admin/reported/import-table';
import { readRows } from '../../../lib/admin/reported/read-file';
import { translateAdmin } from '../../../lib/i18n/admin';
import { exportZip } from '../../../lib/report/evidence/export-zip';
import type { EvidenceRecord } from '../../../lib/report/evidence/schema';
import { sha256 } from '../../../lib/report/digest';
import { fold } from '../../../lib/text/fold';

const picture = new TextEncoder().encode('a picture');

async function record(text: string, numbers: string[], savedAt: string): Promise<EvidenceRecord> {
  const part = {
    id: crypto.randomUUID(),
    kind: 'picture' as const,
    name: 'ảnh.png',
    type: 'image/png',
    size: picture.length,
    sha256: await sha256(picture),
  };
  return {
    id: crypto.randomUUID(),
    savedAt,
    source: 'card',
    text,
    textSha256: await sha256(text),
    page: 'https://www.facebook.com/nhom',
    verdict: { level: 'danger', score: 0.9, reasons: [] },
    lists: { version: '2026.11.28', published: '2026-11-28' },
    extension: '0.1.0',
    notes: '',
    numbers,
    parts: [part],
  };
}

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

async function exported(): Promise<Uint8Array<ArrayBuffer>> {
  const records = [
    await record('Công an gọi từ hai số', ['+842920000555', '0292 000 0777'], '2026-11-27T20:00:00.000Z'),
    await record('Không có số nào', [], '2026-11-28T03:00:00.000Z'),
  ];
  const blob = await exportZip(records, () => Promise.resolve(picture), {
    now: Date.parse('2026-11-28'),
    extension: '0.1.0',
  });
  return new Uint8Array(await blob.arrayBuffer());
}

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
    const bytes = await exported();
    const text = new TextDecoder('latin1').decode(bytes);
    bytes[text.indexOf('a picture')] = 0x62;
    await expect(rowsOf(new File([bytes], 'chung-cu.zip'))).rejects.toMatchObject({
      code: 'ERR_FILE_BROKEN',
    });
    await expect(rowsOf(new File(['{"a":1}'], 'evidence.json'))).rejects.toMatchObject({
      code: 'ERR_FILE_BROKEN',
    });
  });
});
