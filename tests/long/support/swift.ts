/** OpenStack's Swift with its S3 interface: Debian's python3-swift and memcached, all in one folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, freePorts, Running } from './programs';
import { askBucket, type Store } from './store';

const NODE = join(import.meta.dirname, 'swift-node.py');
const [ACCOUNT, USER, SECRET] = ['so', 'quantri', 'khoabimat'];

/** Opens the bucket to readers, by Swift's own interface: its S3 interface knows no reader without a key. */
async function openToReaders(address: string): Promise<void> {
  const login = { 'x-auth-user': `${ACCOUNT}:${USER}`, 'x-auth-key': SECRET };
  const { headers } = await fetch(`${address}auth/v1.0`, { headers: login });
  const answer = await fetch(`${address}v1/AUTH_${ACCOUNT}/feed`, {
    method: 'POST',
    headers: {
      'x-auth-token': headers.get('x-auth-token') ?? '',
      'x-container-read': '.r:*',
      'x-container-meta-access-control-allow-origin': '*',
    },
  });
  if (!answer.ok) throw new Error(`Swift does not open the bucket: ${String(answer.status)}`);
}

/** Starts a node with an empty bucket. Its folder must be on a file system with extended attributes. */
export async function startSwift(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-swift-'));
  const port = await freePorts(5);
  const memcached = String(port + 4);
  const address = `http://127.0.0.1:${String(port)}/`;
  let programs: Running[] = [];
  const start = async () => {
    programs = [
      new Running(['/usr/bin/memcached', '-u', 'root', '-l', '127.0.0.1', '-p', memcached]),
      // Debian's Python, which has Debian's packages.
      new Running(['/usr/bin/python3', NODE, folder, String(port), memcached]),
    ];
    await answers(`${address}info`);
  };
  const stop = async () => {
    for (const program of programs.reverse()) await program.kill();
    programs = [];
  };
  const store = {
    bucket: `${address}feed/`,
    address: `${address}v1/AUTH_${ACCOUNT}/feed/`,
    region: 'us-east-1',
    accessKey: `${ACCOUNT}:${USER}`,
    secretKey: SECRET,
    start,
    stop,
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await start();
  await askBucket(store, '');
  await openToReaders(address);
  return store;
}
