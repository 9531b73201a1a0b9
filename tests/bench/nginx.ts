/** A real nginx on loopback over a feed, with the sample of docs/feeds/nginx.conf. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const SAMPLE = new URL('../../docs/feeds/nginx.conf', import.meta.url);

/** The path of nginx; undefined where it is not installed. */
export function nginxPath(): string | undefined {
  return ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
    existsSync(path),
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function configOf(folder: string, port: number, at: string): string {
  const site = readFileSync(SAMPLE, 'utf8')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${String(port)};`)
    .replace(/^\s*ssl_.*$/gm, '')
    .replace('/srv/feed/public', folder);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${at}/${name};`)
    .join('\n');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user}
daemon off;
pid ${at}/pid;
error_log ${at}/error.log;
worker_processes 1;
events { worker_connections 1024; }
http {
sendfile on;
keepalive_requests 1000000;
${temp}
${site}
}
`;
}

/** Starts nginx over a folder; `stop` ends it and waits. Throws where it does not answer. */
export async function startNginx(nginx: string, folder: string) {
  const at = mkdtempSync(join(tmpdir(), 'nginx-'));
  mkdirSync(join(at, 'logs'));
  const port = await freePort();
  writeFileSync(join(at, 'nginx.conf'), configOf(folder, port, at));
  const server = spawn(nginx, ['-p', at, '-e', join(at, 'error.log'), '-c', join(at, 'nginx.conf')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const address = `http://127.0.0.1:${String(port)}/`;
  for (let tries = 0; ; tries++) {
    const up = await fetch(`${address}metadata/timestamp.json`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) break;
    if (tries > 50 || server.exitCode !== null) throw new Error(`nginx does not start: see ${at}/error.log`);
    await wait(100);
  }
  const gone = once(server, 'exit');
  return {
    address,
    port,
    async stop() {
      server.kill('SIGTERM');
      await gone;
    },
  };
}
