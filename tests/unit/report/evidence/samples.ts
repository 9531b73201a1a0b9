import { makeRecord, type Seen } from '../../../../lib/report/evidence/make-record';
import { sha256 } from '../../../../lib/report/digest';
import type { EvidencePart, EvidenceRecord } from '../../../../lib/report/evidence/schema';

export const SEEN: Seen = {
  source: 'popup',
  text: 'Tôi là công an. Gọi 0292 000 0111.',
  sender: { name: 'Giám đốc Sở', address: 'a@thumoi.example' },
  url: 'https://user:pass@mail.google.com/mail/u/0?token=secret#inbox/1',
  verdict: {
    level: 'danger',
    score: 0.97,
    reasons: [{ code: 'claim-police', text: { vi: 'Nhân danh công an.', en: 'Police.' }, start: 0, end: 10 }],
    findings: [
      {
        kind: 'phone',
        raw: '0292 000 0111',
        start: 20,
        end: 33,
        number: '+842920000111',
        type: 'landline',
        standing: { kind: 'unknown' },
      },
    ],
  },
  lists: { version: '2026.11.25', published: '2026-11-25' },
  extension: '0.1.0',
};

export const NOW = Date.UTC(2026, 10, 28, 11);

export async function partOf(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  type: string,
): Promise<EvidencePart> {
  const digest = await sha256(bytes);
  return { id: crypto.randomUUID(), kind: 'picture', name, type, size: bytes.length, sha256: digest };
}

export async function recordWith(parts: EvidencePart[], text = SEEN.text): Promise<EvidenceRecord> {
  return { ...(await makeRecord({ ...SEEN, text }, NOW)), parts };
}
