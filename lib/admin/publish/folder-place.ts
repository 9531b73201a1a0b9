/** A folder of this computer as a place to publish. One administrator at a time: files know no conditions. */
import type { Bytes } from '../../lists/feed/bytes';
import { PlaceError, type Place } from './destination';

async function fileIn(
  folder: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemFileHandle> {
  const names = path.split('/');
  const file = names.pop() ?? '';
  let place = folder;
  for (const name of names) place = await place.getDirectoryHandle(name, { create });
  return place.getFileHandle(file, { create });
}

function failed(path: string, error: unknown): PlaceError {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new PlaceError('ERR_PLACE_FULL', path, { cause: error });
  if (name === 'NotAllowedError') return new PlaceError('ERR_PLACE_REFUSED', path, { cause: error });
  return new PlaceError('ERR_PLACE_SERVER', path, { cause: error });
}

/** The place of a folder that the administrator picked for writing. */
export function folderPlace(folder: FileSystemDirectoryHandle): Place {
  return {
    conditional: false,
    async read(path) {
      try {
        const file = await (await fileIn(folder, path, false)).getFile();
        return { bytes: new Uint8Array(await file.arrayBuffer()) };
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
        throw failed(path, error);
      }
    },
    async write(path: string, bytes: Bytes) {
      try {
        // The browser writes beside the file and swaps it in at close: never half of one.
        const writing = await (await fileIn(folder, path, true)).createWritable();
        await writing.write(bytes);
        await writing.close();
      } catch (error) {
        throw failed(path, error);
      }
    },
  };
}
