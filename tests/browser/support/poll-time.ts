/** What a page of the extension evaluates so that polls are due now: what the clock does after some minutes. */

/** The alarm rings. */
export const RING_ALARM = `chrome.alarms.create('feeds', { when: Date.now(), periodInMinutes: 5 })`;

/** Every feed is due, by the records themselves, in a connection that is closed again; then the alarm rings. */
export const LET_POLL_TIME_COME = `(async () => {
  const db = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('canh-giac');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('no database'));
  });
  await new Promise((resolve, reject) => {
    const tx = db.transaction('feeds', 'readwrite');
    const walk = tx.objectStore('feeds').openCursor();
    walk.onsuccess = () => {
      const cursor = walk.result;
      if (!cursor) return;
      cursor.update({ ...cursor.value, dueAt: 0 });
      cursor.continue();
    };
    tx.oncomplete = () => resolve();
    tx.onerror = () => reject(new Error('not written'));
  });
  db.close();
  await ${RING_ALARM};
})()`;
