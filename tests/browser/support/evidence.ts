/** Puts many records with pictures into the evidence database, as the page's own code would have. */
import type { Page } from '@playwright/test';

/** Adds `count` records with one picture of `bytes` random bytes each; gives the SHA-256 of every picture. */
export function addMany(page: Page, count: number, bytes: number): Promise<string[]> {
  return page.evaluate(
    async ([many, size]) => {
      const hex = async (content: BufferSource) =>
        Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', content)), (byte) =>
          byte.toString(16).padStart(2, '0'),
        ).join('');
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('canh-giac-evidence');
        opening.onsuccess = () => resolve(opening.result);
      });
      const digests: string[] = [];
      for (let index = 0; index < many; index++) {
        const picture = new Uint8Array(size);
        for (let at = 0; at < size; at += 65_536)
          crypto.getRandomValues(picture.subarray(at, Math.min(at + 65_536, size)));
        const text = `Tin nhắn số ${index}: gọi 0292 000 0111`;
        const part = {
          id: crypto.randomUUID(),
          kind: 'picture',
          name: `ảnh ${index}.png`,
          type: 'image/png',
          size,
          sha256: await hex(picture),
        };
        digests.push(part.sha256);
        const record = {
          id: crypto.randomUUID(),
          savedAt: new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString(),
          source: 'popup',
          text,
          textSha256: await hex(new TextEncoder().encode(text)),
          verdict: { level: 'danger', score: 0.9, reasons: [] },
          lists: { version: '2026.11.25', published: '2026-11-25' },
          extension: '0.1.0',
          notes: '',
          numbers: ['+842920000111'],
          parts: [part],
        };
        const tx = db.transaction(['records', 'parts'], 'readwrite');
        tx.objectStore('records').put(record);
        tx.objectStore('parts').put(new Blob([picture], { type: 'image/png' }), part.id);
        await new Promise<void>((resolve, reject) => {
          tx.oncomplete = () => resolve();
          tx.onerror = () => reject(tx.error ?? new Error('not written'));
        });
      }
      db.close();
      return digests;
    },
    [count, bytes] as const,
  );
}
