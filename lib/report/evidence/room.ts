import { ReportError } from '../report-error';

/** Left for the browser's own books and for the lists, in bytes. */
const SPARE = 16 * 1024 * 1024;

/** Room on this device for more evidence, in bytes; undefined where the browser does not tell. */
export async function roomLeft(): Promise<number | undefined> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined) return undefined;
  return Math.max(0, quota - usage - SPARE);
}

/** Throws ReportError ERR_REPORT_FULL where so many bytes have no room: before anything is written. */
export async function checkRoom(bytes: number): Promise<void> {
  const room = await roomLeft();
  if (room !== undefined && bytes > room) {
    throw new ReportError('ERR_REPORT_FULL', `${bytes} bytes are too many: there is room for ${room}.`);
  }
}
