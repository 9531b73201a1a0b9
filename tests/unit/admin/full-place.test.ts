/** A place without room: browsers go on with the old version, and the same publication goes on once there is room. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '../../../lib/admin/publish/destination';
import { folderPlace } from '../../../lib/admin/publish/folder-place';
import { davPlace, s3Place } from '../../../lib/admin/publish/http-place';
import { putFeed, TIMESTAMP } from '../../../lib/admin/publish/put-feed';
import { readBack } from '../../../lib/admin/publish/read-back';
import { utf8 } from '../../../lib/lists/feed/bytes';
import { newFeed } from './support/feed';

/** Files by path, and how many bytes there is room for. */
const kept = new Map<string, Uint8Array>();
let room = Infinity;

function hasRoom(bytes: Uint8Array): boolean {
  let used = 0;
  for (const one of kept.values()) used += one.length;
  return used + bytes.length <= room;
}

const server = createServer((request, response) => {
  const path = (request.url ?? '').slice(1);
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const bytes = Buffer.concat(pieces);
    const there = kept.get(path);
    if (request.method === 'PUT') {
      const fits = hasRoom(bytes);
      if (fits) kept.set(path, bytes);
      response.writeHead(fits ? 201 : 507).end();
    } else response.writeHead(there ? 200 : 404).end(there);
  });
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
});
afterAll(() => server.close());

/** The narrowest folder: Node has none, and a browser's quota is met at `write` with this very exception. */
function fullFolder(): FileSystemDirectoryHandle {
  const handle = (path: string) => ({
    getFile: () => {
      const bytes = kept.get(path);
      if (!bytes) throw new DOMException('', 'NotFoundError');
      return new Blob([new Uint8Array(bytes)]);
    },
    createWritable: () => {
      let written = new Uint8Array(0);
      return {
        write: (bytes: Uint8Array<ArrayBuffer>) => {
          if (!hasRoom(bytes)) throw new DOMException('', 'QuotaExceededError');
          written = bytes;
        },
        close: () => void kept.set(path, written),
      };
    },
  });
  const folder = (prefix: string): unknown => ({
    getDirectoryHandle: (name: string) => folder(`${prefix}${name}/`),
    getFileHandle: (name: string) => handle(prefix + name),
  });
  return folder('') as FileSystemDirectoryHandle;
}

const PLACES: readonly (readonly [name: string, open: () => Place])[] = [
  ['a WebDAV server (HTTP 507)', () => davPlace(base, undefined)],
  ['an S3-compatible store (HTTP 507)', () => s3Place(base, 'vn', 'key', 'secret')],
  ['a folder (QuotaExceededError)', () => folderPlace(fullFolder())],
];

describe.each(PLACES)('%s without room', (_name, open) => {
  it('says so with the file, keeps the old timestamp, and goes on where there is room', async () => {
    const feed = await newFeed();
    const before = utf8('what browsers have');
    const after = feed.files.get(TIMESTAMP) ?? utf8('');
    kept.clear();
    kept.set(TIMESTAMP, before);
    const paths = [...feed.files.keys()];
    const sizes = [...feed.files.values()].map((bytes) => bytes.length);
    // All but the last file in front of the timestamp find room.
    room = before.length + sizes.slice(0, -2).reduce((sum, size) => sum + size, 0);
    const place = open();
    await expect(putFeed(place, feed.files, before)).rejects.toMatchObject({
      code: 'ERR_PLACE_FULL',
      path: paths.at(-2),
    });
    expect(kept.get(TIMESTAMP)).toBe(before);
    expect((await readBack(place, feed.fingerprint, after)).kind).toBe('other');

    room = Infinity;
    await putFeed(place, feed.files, before);
    expect((await readBack(place, feed.fingerprint, after)).kind).toBe('whole');
    // A file that is not what was signed is no feed.
    const target = paths.find((path) => path.startsWith('targets/')) ?? '';
    kept.set(target, utf8('x'));
    expect((await readBack(place, feed.fingerprint, after)).kind).toBe('other');
  });
});
