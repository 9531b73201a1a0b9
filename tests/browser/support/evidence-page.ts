/** Runs in a page of the extension: keeps evidence with the extension's own store. */
import { sha256 } from '../../../lib/report/digest';
import { makeRecord } from '../../../lib/report/evidence/make-record';
import { saveEvidence } from '../../../lib/report/evidence/store';

/** `getRandomValues` fills no more at once. */
const MOST = 65_536;

Object.assign(globalThis, {
  canhGiacEvidence: {
    /** Keeps records with one picture of random bytes each; gives the SHA-256 of every picture. */
    async addMany(count: number, bytes: number): Promise<string[]> {
      const digests: string[] = [];
      for (let index = 0; index < count; index++) {
        const picture = new Uint8Array(bytes);
        for (let at = 0; at < bytes; at += MOST) crypto.getRandomValues(picture.subarray(at, at + MOST));
        digests.push(await sha256(picture));
        const verdict = { level: 'danger', score: 0.9, reasons: [], findings: [] } as const;
        const seen = {
          source: 'popup',
          text: `Tin nhắn số ${index}: gọi 0292 000 0111`,
          verdict,
          lists: { version: '2026.11.25', published: '2026-11-25' },
          extension: '0.1.0',
        } as const;
        const blob = new Blob([picture], { type: 'image/png' });
        await saveEvidence(await makeRecord(seen, Date.UTC(2026, 10, 1, 0, index)), [
          { kind: 'picture', name: `ảnh ${index}.png`, blob },
        ]);
      }
      return digests;
    },
  },
});
