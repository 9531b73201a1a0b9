/** The samples of docs/feeds as they stand, but for names, ports and certificates, in real servers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FeedFolder } from '../../scripts/feed/folder';
import { fingerprintOf } from '../../scripts/feed/publishing';
import { verifyFeed } from '../../scripts/feed/verify';
import { startNginx } from '../bench/nginx';
import { newFeed } from './support/publisher';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const SAMPLE = new URL('../../docs/feeds/apache.conf', import.meta.url);
const MODULES = ['mpm_event', 'authz_core', 'headers'];

interface Running {
  readonly address: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Apache with the sample; without TLS, whose lines are the certificate's alone. */
async function startApache(folder: string): Promise<Running> {
  const at = mkdtempSync(join(tmpdir(), 'canh-giac-apache-'));
  const port = await freePort();
  const site = readFileSync(SAMPLE, 'utf8')
    .replace('*:443', `127.0.0.1:${String(port)}`)
    .replace(/^\s*SSL.*$/gm, '')
    .replaceAll('/srv/feed/public', folder);
  const load = MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  const config = `
ServerRoot ${at}
ServerName 127.0.0.1
PidFile ${at}/pid
ErrorLog ${at}/error.log
Listen 127.0.0.1:${String(port)}
${load.join('\n')}
${site}`;
  writeFileSync(join(at, 'apache.conf'), config);
  const program = process.env.CANH_GIAC_APACHE ?? '/usr/sbin/apache2';
  const server = spawn(program, ['-DFOREGROUND', '-f', join(at, 'apache.conf')], { stdio: 'inherit' });
  const gone = once(server, 'exit');
  const address = `http://127.0.0.1:${String(port)}/`;
  for (
    let tries = 0;
    !(await fetch(address).then(
      () => true,
      () => false,
    ));
    tries++
  ) {
    if (tries > 100 || server.exitCode !== null) throw new Error('Apache does not start');
    await wait(100);
  }
  return {
    address,
    stop: async () => {
      server.kill('SIGTERM');
      await gone;
      rmSync(at, { recursive: true, force: true });
    },
  };
}

const SERVERS: Readonly<Record<string, (folder: string) => Promise<Running>>> = {
  nginx: (folder) => startNginx(process.env.CANH_GIAC_NGINX ?? '/usr/sbin/nginx', folder),
  Apache: startApache,
};

describe.each(Object.entries(SERVERS))('the sample for %s', (_name, start) => {
  let folder: FeedFolder;
  let server: Running;
  beforeAll(async () => {
    folder = await newFeed();
    server = await start(join(folder.path, 'public'));
  });
  afterAll(() => server.stop());

  const headOf = async (path: string) => {
    const { status, headers } = await fetch(server.address + path);
    return [status, headers.get('access-control-allow-origin'), headers.get('cache-control')];
  };

  test('gives a feed that a browser verifies', async () => {
    const { content } = await verifyFeed(server.address, await fingerprintOf(folder));
    expect(content.reported?.entries.size).toBeGreaterThan(20);
  });

  test('lets every page read, keeps what never changes, and keeps neither the timestamp nor what is missing', async () => {
    const kept = 'public, max-age=31536000, immutable';
    expect(await headOf('metadata/1.root.json')).toEqual([200, '*', kept]);
    expect(await headOf('metadata/1.targets.json')).toEqual([200, '*', kept]);
    expect(await headOf('metadata/timestamp.json')).toEqual([200, '*', 'no-store']);
    expect(await headOf('metadata/2.root.json')).toEqual([404, '*', 'no-store']);
  });

  test('takes nothing and lists nothing', async () => {
    const put = await fetch(`${server.address}metadata/timestamp.json`, { method: 'PUT', body: 'x' });
    expect([403, 405]).toContain(put.status);
    expect([403, 404]).toContain((await fetch(`${server.address}targets/`)).status);
  });
});
