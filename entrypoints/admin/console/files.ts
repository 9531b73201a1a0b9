/** Files that go out of the console and folders that are picked. */
import { strToU8, zip } from 'fflate';
import type { Bytes } from '../../../lib/lists/feed/bytes';

type Picker = (options: { mode: 'read' | 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

/** The browser's folder picker; Firefox has none. */
export const pickFolder = (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker?.bind(
  globalThis,
);

/** Saves bytes or text under a name among the downloads. */
export function download(name: string, content: Bytes | string): void {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Revoked at once, some browsers save nothing.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A .zip of files by path; the same files give the same bytes. */
export function zipped(files: ReadonlyMap<string, Bytes>): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    zip(Object.fromEntries(files), { mtime: '1980-01-01T00:00:00Z', level: 6 }, (error, bytes) => {
      if (error) reject(error);
      else resolve(bytes);
    });
  });
}
