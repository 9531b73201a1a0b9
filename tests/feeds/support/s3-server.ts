/**
 * A bucket on loopback that holds requests to AWS Signature Version 4, computed here by the published recipe, and keeps to
 * conditions: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const KEYS = { access: 'khoatruycap', secret: 'khoabimat-cua-kho', region: 'vn-test-1' };

const sha = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

function isSigned({ method = '', url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    );
  if (!match) return false;
  const [, access = '', day = '', region = '', names = '', signature = ''] = match;
  if (headers['x-amz-content-sha256'] !== sha(body)) return false;
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const request = [method, url, '', lines.join(''), names, sha(body)].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha(request)].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${KEYS.secret}`, day));
  return access === KEYS.access && region === KEYS.region && hmac(key, text).toString('hex') === signature;
}

export interface Bucket {
  /** `http://127.0.0.1:PORT/bucket/` */
  readonly address: string;
  readonly files: ReadonlyMap<string, Buffer>;
  close(): void;
}

export async function startBucket(): Promise<Bucket> {
  const files = new Map<string, Buffer>();
  const answer = (request: IncomingMessage, body: Buffer): [status: number, body?: Buffer] => {
    const path = (request.url ?? '').replace('/bucket/', '');
    const there = files.get(path);
    const tag = there && `"${sha(there).slice(0, 32)}"`;
    // Everybody may read; who sends a signature must send a right one.
    if (request.method === 'GET' && request.headers.authorization === undefined)
      return there ? [200, there] : [404];
    if (!isSigned(request, body)) return [403];
    if (request.method === 'GET') return there ? [200, there] : [404];
    const { 'if-none-match': none, 'if-match': match } = request.headers;
    if ((none === '*' && there) || (match !== undefined && match !== tag)) return [412];
    files.set(path, body);
    return [200];
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const [status, body] = answer(request, Buffer.concat(parts));
      const headers = body ? { etag: `"${sha(body).slice(0, 32)}"` } : {};
      response.writeHead(status, headers).end(body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${String(port)}/bucket/`, files, close: () => server.close() };
}
