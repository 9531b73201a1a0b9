/** Evidence as citizens export it, for whoever reads such a .zip. */
import { exportZip } from '../../../../lib/report/evidence/export-zip';
import type { EvidenceRecord } from '../../../../lib/report/evidence/schema';
import { partOf, recordWith } from './samples';

const PICTURE = 'a picture';

/** A .zip of messages from one page, each with a picture. */
export async function exportedZip(
  ...messages: readonly Pick<EvidenceRecord, 'text' | 'numbers' | 'savedAt'>[]
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = new TextEncoder().encode(PICTURE);
  const records = await Promise.all(
    messages.map(async (message) => ({
      ...(await recordWith([await partOf(picture, 'ảnh.png', 'image/png')], message.text)),
      ...message,
      page: 'https://www.facebook.com/nhom',
    })),
  );
  const about = { now: Date.parse('2026-11-28'), extension: '0.1.0' };
  const zip = await exportZip(records, () => Promise.resolve(picture), about);
  return new Uint8Array(await zip.arrayBuffer());
}

/** The same file with a letter of the picture changed. */
export function tampered(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const changed = zip.slice();
  changed[new TextDecoder('latin1').decode(zip).indexOf(PICTURE)] = 0x62;
  return changed;
}
