/** A feed that lies in a folder or a .zip: the same reading as from a server. */
import { unzip } from 'fflate';
import type { Bytes } from '../../lists/feed/bytes';
import { sha256 } from '../../lists/feed/bytes';
import { MAX_TARGET } from '../../lists/feed/limits';
import type { Transport } from '../../lists/feed/transport';

/** Most files, and most bytes in all, that a .zip may unpack to: a small file must not fill the memory. */
const MAX_FILES = 5_000;
const MAX_BYTES = 300_000_000;

export type OpenErrorCode = 'ERR_ZIP' | 'ERR_ZIP_TOO_LARGE' | 'ERR_NO_FEED';

/** Why files are no feed. The console has a text for each code. */
export class OpenError extends Error {
  override readonly name = 'OpenError';
  constructor(
    readonly code: OpenErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** The transport of files in memory. */
export function filesTransport(files: ReadonlyMap<string, Bytes>): Transport {
  return { get: (path, max) => Promise.resolve(bounded(files.get(path), max)) };
}

function bounded(bytes: Bytes | undefined, max: number): Bytes | undefined {
  // One byte too many is enough for the reader to refuse it.
  return bytes && bytes.length > max ? bytes.subarray(0, max + 1) : bytes;
}

/** The transport of a folder that the administrator picked. */
export function folderTransport(folder: FileSystemDirectoryHandle): Transport {
  return {
    async get(path, max) {
      try {
        let place = folder;
        const names = path.split('/');
        const file = names.pop() ?? '';
        for (const name of names) place = await place.getDirectoryHandle(name);
        const blob = await (await place.getFileHandle(file)).getFile();
        return new Uint8Array(await blob.slice(0, max + 1).arrayBuffer());
      } catch (error) {
        if (error instanceof DOMException && ['NotFoundError', 'TypeMismatchError'].includes(error.name))
          return undefined;
        throw error;
      }
    },
  };
}

/**
 * The files of a .zip by path, without the folder that some tools put around them. Throws OpenError ERR_ZIP where it is
 * none and ERR_ZIP_TOO_LARGE before more than the bounds is unpacked.
 */
export async function unzipFeed(zip: Bytes): Promise<Map<string, Bytes>> {
  let count = 0;
  let size = 0;
  const isTooLarge = () => count > MAX_FILES || size > MAX_BYTES;
  const unpacked = await new Promise<Record<string, Bytes>>((resolve, reject) => {
    const filter = ({ originalSize }: { readonly originalSize: number }) => {
      count += 1;
      size += originalSize;
      if (originalSize > MAX_TARGET * 2) size = Infinity;
      return !isTooLarge();
    };
    unzip(zip, { filter }, (error, files) => {
      if (error) reject(new OpenError('ERR_ZIP', { cause: error }));
      else resolve(files);
    });
  });
  if (isTooLarge()) throw new OpenError('ERR_ZIP_TOO_LARGE');
  const paths = Object.keys(unpacked).filter((path) => !path.endsWith('/'));
  const rootPath = paths.find((path) => path.endsWith('metadata/1.root.json'));
  const around = rootPath?.slice(0, -'metadata/1.root.json'.length) ?? '';
  return new Map(
    paths
      .filter((path) => path.startsWith(around))
      .map((path) => [path.slice(around.length), unpacked[path] ?? new Uint8Array()]),
  );
}

/** The fingerprint of a feed that the administrator holds as files. Throws OpenError ERR_NO_FEED. */
export async function fingerprintOf(transport: Transport): Promise<string> {
  const root = await transport.get('metadata/1.root.json', MAX_TARGET);
  if (!root) throw new OpenError('ERR_NO_FEED');
  return sha256(root);
}
