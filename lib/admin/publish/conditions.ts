/** Whether a server keeps to conditions, and how it wants them, is found out: some ignore them, some refuse them. */
import { sameBytes, type Bytes } from '../../lists/feed/bytes';
import { PlaceError, type Condition, type Place } from './destination';

type Form = (tag: string) => string;

/** As HTTP has them, and without quotes: Ceph never matches those that it gives itself (16.2, and DigitalOcean's stores). */
const FORMS: readonly Form[] = [(tag) => tag, (tag) => tag.replace(/^"(.*)"$/, '$1')];

/** A tag that no file has. */
const NOBODYS = '"canh-giac"';

/** True where the server writes under a condition; false where it says that the condition does not hold. */
async function writes(place: Place, path: string, bytes: Bytes, condition: Condition): Promise<boolean> {
  try {
    await place.write(path, bytes, condition);
    return true;
  } catch (error) {
    if (error instanceof PlaceError && error.code === 'ERR_PLACE_CONFLICT') return false;
    throw error;
  }
}

/** How the server wants tags; undefined where it does not keep to both conditions. The same bytes are written at most. */
async function formOfTags(place: Place, path: string, bytes: Bytes): Promise<Form | undefined> {
  const there = await place.read(path);
  if (there && !sameBytes(there.bytes, bytes)) throw new PlaceError('ERR_PLACE_OTHER', path);
  try {
    // A new server has nothing yet: this file, the first of a whole feed anyway, is written.
    if (!there) await writes(place, path, bytes, { kind: 'absent' });
    if (await writes(place, path, bytes, { kind: 'absent' })) return undefined;
    // Swift from 2.36 knows the first condition alone.
    if (await writes(place, path, bytes, { kind: 'tag', tag: NOBODYS })) return undefined;
    const tag = (await place.read(path))?.tag;
    // Apache gives none that holds within a second of writing.
    if (tag === undefined) return FORMS[0];
    for (const form of FORMS) {
      if (await writes(place, path, bytes, { kind: 'tag', tag: form(tag) })) return form;
    }
    return undefined;
  } catch (error) {
    if (error instanceof PlaceError && error.code === 'ERR_PLACE_CONDITION') return undefined;
    throw error;
  }
}

/**
 * The place as its server is: with conditions in the form that it takes, or written to without any. `path` names a file
 * of the feed that never changes, with its bytes. Throws PlaceError; ERR_PLACE_OTHER where another feed lies there.
 */
export async function knowConditions(place: Place, path: string, bytes: Bytes): Promise<Place> {
  const form = await formOfTags(place, path, bytes);
  return {
    conditional: form !== undefined,
    read: (file) => place.read(file),
    write: (file, content, condition) => {
      const asked: Condition =
        form && condition.kind === 'tag' ? { kind: 'tag', tag: form(condition.tag) } : condition;
      return place.write(file, content, asked);
    },
  };
}
