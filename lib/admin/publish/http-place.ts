/** WebDAV servers and S3-compatible stores: PUT and GET, with conditions where the server honours them. */
import { AwsClient } from 'aws4fetch';
import { sha256, type Bytes } from '../../lists/feed/bytes';
import { MAX_TARGET } from '../../lists/feed/limits';
import { PlaceError, type Condition, type Place } from './destination';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Milliseconds after which a file is given up. */
const FILE_MS = 60_000;

/** What PUT answers where a folder is missing: 409 by RFC 4918, 9.7.1; nginx without `create_full_put_path` says 500. */
const NO_FOLDER = [409, 500];

const TYPES: readonly (readonly [end: string, type: string])[] = [['.json', 'application/json']];

function headersFor(path: string, condition: Condition): Record<string, string> {
  const type = TYPES.find(([end]) => path.endsWith(end))?.[1] ?? 'application/octet-stream';
  // A hashed file never changes; the timestamp is what browsers ask for again and again.
  const cache = path === 'metadata/timestamp.json' ? 'no-store' : 'public, max-age=31536000, immutable';
  return {
    'content-type': type,
    'cache-control': cache,
    ...(condition.kind === 'absent' && { 'if-none-match': '*' }),
    ...(condition.kind === 'tag' && { 'if-match': condition.tag }),
  };
}

function refusal(path: string, status: number): PlaceError {
  if (status === 412 || status === 409) return new PlaceError('ERR_PLACE_CONFLICT', path);
  if (status === 507) return new PlaceError('ERR_PLACE_FULL', path);
  // Swift's answer to a condition that it does not know; nothing else that is asked here can be new to a server.
  if (status === 501) return new PlaceError('ERR_PLACE_CONDITION', path);
  // No such bucket, a wrong region, a server that takes no files here.
  if ([400, 404, 405].includes(status)) return new PlaceError('ERR_PLACE_ADDRESS', path);
  if (status === 401 || status === 403) return new PlaceError('ERR_PLACE_REFUSED', path);
  return new PlaceError('ERR_PLACE_SERVER', path, { cause: new Error(`HTTP ${String(status)}`) });
}

/** Folders above a file, the outermost first: `a/` and `a/b/` of `a/b/c`. */
function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, at) => `${names.slice(0, at + 1).join('/')}/`);
}

/**
 * The place behind an address that ends in a slash. `webdav`: folders are made where they are missing; elsewhere 409
 * means that somebody else writes.
 */
function httpPlace(base: string, fetch: Fetch, webdav: boolean): Place {
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    try {
      return await fetch(base + path, {
        ...init,
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(FILE_MS),
      });
    } catch (error) {
      throw new PlaceError('ERR_PLACE_NETWORK', path, { cause: error });
    }
  };
  return {
    conditional: true,
    async read(path) {
      const response = await ask(path, { method: 'GET' });
      if (response.status === 404) return undefined;
      if (!response.ok) throw refusal(path, response.status);
      const bytes = new Uint8Array(
        await response.arrayBuffer().catch((error: unknown) => {
          throw new PlaceError('ERR_PLACE_NETWORK', path, { cause: error });
        }),
      );
      if (bytes.length > MAX_TARGET * 2) throw new PlaceError('ERR_PLACE_SERVER', path);
      const tag = response.headers.get('etag') ?? undefined;
      // A weak tag says 'about the same': If-Match never holds for it.
      return { bytes, ...(tag !== undefined && !tag.startsWith('W/') && { tag }) };
    },
    async write(path: string, bytes: Bytes, condition: Condition) {
      const put = () => ask(path, { method: 'PUT', body: bytes, headers: headersFor(path, condition) });
      let response = await put();
      if (webdav && NO_FOLDER.includes(response.status)) {
        for (const [at, folder] of foldersOf(path).entries()) {
          const { status } = await ask(folder, { method: 'MKCOL' });
          // The outermost lies in the address itself, above which nothing is made: nginx says it here alone.
          if (at === 0 && status === 409) throw new PlaceError('ERR_PLACE_ADDRESS', path);
        }
        // A folder that is there already answered 405: the PUT tells whether all is well. A condition that does not hold is 412.
        response = await put();
        if (response.status === 409) throw new PlaceError('ERR_PLACE_ADDRESS', path);
      }
      if (!response.ok) throw refusal(path, response.status);
    },
  };
}

/** A WebDAV folder. Whether the server keeps to conditions is found out by `knowConditions`, for S3 as well. */
export function davPlace(url: string, login: { user: string; password: string } | undefined): Place {
  const base = url.endsWith('/') ? url : `${url}/`;
  const authorization =
    login &&
    `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${login.user}:${login.password}`)))}`;
  return httpPlace(
    base,
    (address, init) =>
      fetch(address, {
        ...init,
        credentials: 'omit',
        headers: { ...(init.headers as Record<string, string>), ...(authorization && { authorization }) },
      }),
    true,
  );
}

/** A bucket, or a folder in one, of an S3-compatible store, with requests signed by Signature Version 4. */
export function s3Place(url: string, region: string, accessKeyId: string, secretAccessKey: string): Place {
  const base = url.endsWith('/') ? url : `${url}/`;
  const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const signed: Fetch = async (address, init) => {
    const body = init.body instanceof Uint8Array ? new Uint8Array(init.body) : new Uint8Array();
    const headers = {
      ...(init.headers as Record<string, string>),
      'x-amz-content-sha256': await sha256(body),
    };
    return aws.fetch(address, { ...init, headers });
  };
  return httpPlace(base, signed, false);
}
