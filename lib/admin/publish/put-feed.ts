/**
 * Brings a publication to its place: every file before the one that names it, the timestamp last (or a new root that both
 * old and new keys signed for), so that a browser never meets a half-published feed. What broke off goes on where it stopped: files that are there already, with the
 * same bytes, are not written again.
 */
import { sameBytes, type Bytes } from '../../lists/feed/bytes';
import type { Files } from '../../lists/publish/proposal';
import { PlaceError, type Condition, type Place, type StoredFile } from './destination';

export const TIMESTAMP = 'metadata/timestamp.json';

/** Told after each file. */
export type Progress = (done: number, all: number, path: string) => void;

function conflict(path: string): PlaceError {
  return new PlaceError('ERR_PLACE_CONFLICT', path);
}

/** Holds that the place still has what the draft stands on. Throws PlaceError ERR_PLACE_CONFLICT. */
async function requireUnchanged(place: Place, expected: Bytes | undefined): Promise<StoredFile | undefined> {
  const found = await place.read(TIMESTAMP);
  if (found === undefined ? expected !== undefined : !expected || !sameBytes(found.bytes, expected))
    throw conflict(TIMESTAMP);
  return found;
}

/** Writes one file of a name that is never used again for other content. */
async function writeOnce(place: Place, path: string, bytes: Bytes): Promise<void> {
  try {
    await place.write(path, bytes, { kind: 'absent' });
  } catch (error) {
    if (!(error instanceof PlaceError) || error.code !== 'ERR_PLACE_CONFLICT') throw error;
    // Left by a publication that broke off, or another administrator's of the same number.
    const there = await place.read(path);
    if (!there || !sameBytes(there.bytes, bytes)) throw conflict(path);
  }
}

/** The timestamp once it is written: a connection that breaks here must not be told as one that kept the old version. */
async function readWritten(place: Place): Promise<StoredFile | undefined> {
  try {
    return await place.read(TIMESTAMP);
  } catch (error) {
    if (error instanceof PlaceError) throw new PlaceError('ERR_PLACE_READ_BACK', TIMESTAMP, { cause: error });
    throw error;
  }
}

/** Only over this file; a server that gave no tag is trusted with the time between reading and writing. */
function overFile(file: StoredFile | undefined): Condition {
  if (!file) return { kind: 'absent' };
  return file.tag === undefined ? { kind: 'any' } : { kind: 'tag', tag: file.tag };
}

/**
 * Publishes. `before`: the timestamp that the draft stands on; undefined where nothing was published. Throws
 * PlaceError; ERR_PLACE_CONFLICT where somebody else published meanwhile: then nothing that browsers read has changed.
 */
export async function putFeed(
  place: Place,
  files: Files,
  before: Bytes | undefined,
  progress: Progress = () => undefined,
): Promise<void> {
  const timestamp = files.get(TIMESTAMP);
  if (!timestamp) throw new TypeError('a publication ends with a timestamp');
  const there = await place.read(TIMESTAMP);
  const paths = [...files.keys()];
  const writeAll = async (from: number, to: number) => {
    for (const [at, [path, bytes]] of [...files].entries()) {
      if (at < from || at >= to) continue;
      if (place.conditional) await writeOnce(place, path, bytes);
      else {
        const found = await place.read(path);
        if (found && path.startsWith('metadata/') && !sameBytes(found.bytes, bytes)) throw conflict(path);
        if (!found || !sameBytes(found.bytes, bytes)) await place.write(path, bytes, { kind: 'any' });
      }
      progress(at + 1, files.size, path);
    }
  };
  const turn = paths.indexOf(TIMESTAMP);
  // The last try got through, only its answer was lost; or a root that comes behind it.
  if (there && sameBytes(there.bytes, timestamp)) return writeAll(turn + 1, files.size);
  await requireUnchanged(place, before);
  await writeAll(0, turn);
  const last = await requireUnchanged(place, before);
  await place.write(TIMESTAMP, timestamp, place.conditional ? overFile(last) : { kind: 'any' });
  const back = await readWritten(place);
  if (!back || !sameBytes(back.bytes, timestamp)) throw new PlaceError('ERR_PLACE_READ_BACK', TIMESTAMP);
  progress(turn + 1, files.size, TIMESTAMP);
  // New keys: the feed is whole under the old root until the new one is there.
  await writeAll(turn + 1, files.size);
}
