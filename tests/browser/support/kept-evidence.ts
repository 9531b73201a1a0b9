/** What lies in the evidence database, asked of the extension's worker. */
import type { LaunchedBrowser } from '../../../scripts/browser/launch';
import type { EvidenceRecord } from '../../../lib/report/evidence/schema';

/** All records that are kept. */
export async function keptEvidence(browser: LaunchedBrowser): Promise<EvidenceRecord[]> {
  const worker = await browser.worker();
  return worker.evaluate<EvidenceRecord[]>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('canh-giac-evidence');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains('records')) {
        db.close();
        indexedDB.deleteDatabase('canh-giac-evidence').onsuccess = () => resolve([]);
        return;
      }
      const reading = db.transaction('records').objectStore('records').getAll();
      reading.onsuccess = () => { db.close(); resolve(reading.result); };
    };
  })`);
}
