/** A real nginx on loopback over a folder of static files, with switches for faults: a file each, looked at per request. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generate } from 'selfsigned';
import { startGate } from './gate';

export interface Nginx {
  /** `http://127.0.0.1:PORT/` or, with TLS, `https://localhost:PORT/`. */
  readonly address: string;
  /** What is served. */
  readonly root: string;
  /** With TLS: an argument for Chromium that makes it take this certificate and no other. */
  readonly chromiumArgs: readonly string[];
  /** Writes a served file, or takes it away. */
  put(path: string, bytes: Uint8Array | string | undefined): void;
  /** A path answers with a status and nothing else from now on, or no longer. */
  fail(path: string, on: boolean, status?: 503 | 304): void;
  /** Bodies trickle at this many bytes a second; 0: as fast as they can. */
  slow(bytesPerSecond: number): void;
  /** Holds a file from its nth request on; gives once a request for it stands half answered. */
  hold(path: string, nth?: number): Promise<void>;
  /** Breaks off what is held, and holds nothing any more. */
  letGo(): void;
  /** True while a body is being sent. */
  busy(): Promise<boolean>;
  /** The requests since the last call, `GET /metadata/timestamp.json 200`, with their headers of note. */
  requests(): LoggedRequest[];
  /** Ends every connection at once, in the middle of whatever is being sent. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface LoggedRequest {
  readonly request: string;
  readonly status: number;
  /** Bytes of the body, and of all that was sent with headers. */
  readonly bytes: number;
  readonly sent: number;
  readonly cookie: string;
  readonly conditional: string;
  readonly referer: string;
  readonly origin: string;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port: number): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function configOf(folder: string, port: number, gate: number, tls: boolean): string {
  const ssl = tls ? `ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;` : '';
  return `
daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  log_format plain escape=json '{"request":"$request_method $uri","status":$status,"bytes":$body_bytes_sent,"sent":$bytes_sent,"cookie":"$http_cookie","conditional":"$http_if_none_match$http_if_modified_since","referer":"$http_referer","origin":"$http_origin"}';
  access_log ${folder}/access.log plain;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/tmp-${name};`).join(' ')}
  default_type application/octet-stream;
  server {
    listen 127.0.0.1:${port}${tls ? ' ssl' : ''};
    ${ssl}
    root ${folder}/root;
    add_header Access-Control-Allow-Origin * always;
    set $rate 0;
    if (-f ${folder}/switch/slow-10) { set $rate 10; }
    if (-f ${folder}/switch/slow-100) { set $rate 100; }
    limit_rate $rate;
    proxy_buffering off;
    location = /busy { stub_status; access_log off; limit_rate 0; }
    location / {
      if (-f ${folder}/switch/503$uri) { return 503; }
      if (-f ${folder}/switch/304$uri) { return 304; }
      if (-f ${folder}/switch/hold$uri) { proxy_pass http://127.0.0.1:${gate}; }
      try_files $uri =404;
    }
  }
}`;
}

/** Starts nginx. `tls`: with a certificate made anew. */
export async function startNginx({ tls = false } = {}): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-nginx-'));
  const root = join(folder, 'root');
  const port = await freePort();
  mkdirSync(root);
  const gate = await startGate(root);
  mkdirSync(join(folder, 'switch'));
  const chromiumArgs: string[] = [];
  if (tls) {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
      keySize: 2048,
    });
    writeFileSync(join(folder, 'key.pem'), key);
    writeFileSync(join(folder, 'cert.pem'), cert);
    const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
    const hash = createHash('sha256').update(spki).digest('base64');
    chromiumArgs.push(`--ignore-certificate-errors-spki-list=${hash}`);
  }
  writeFileSync(join(folder, 'nginx.conf'), configOf(folder, port, gate.port, tls));
  let child: ChildProcess | undefined;
  let read = 0;
  const write = (path: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  };
  const ended = (process: ChildProcess) =>
    new Promise<void>((resolve) =>
      process.exitCode === null && process.signalCode === null
        ? process.once('exit', () => resolve())
        : resolve(),
    );
  const start = async () => {
    const program = process.env.CANH_GIAC_NGINX ?? '/usr/sbin/nginx';
    // As root nginx would hand its files to a user that may not read the temporary folder.
    child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'user root;'], {
      stdio: 'inherit',
    });
    const end = Date.now() + 10_000;
    while (!(await answers(port))) {
      if (Date.now() > end || child.exitCode !== null) throw new Error('nginx did not start');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const stop = async () => {
    if (!child) return;
    child.kill('SIGKILL');
    await ended(child);
  };
  await start();
  return {
    address: tls ? `https://localhost:${port}/` : `http://127.0.0.1:${port}/`,
    root,
    chromiumArgs,
    put: (path, bytes) => {
      const at = join(root, path);
      if (bytes === undefined) rmSync(at, { force: true });
      else write(at, bytes);
    },
    fail: (path, on, status = 503) => {
      const at = join(folder, 'switch', String(status), path);
      if (on) write(at, '');
      else rmSync(at, { force: true });
    },
    slow: (bytesPerSecond) => {
      for (const rate of [10, 100]) {
        const at = join(folder, `switch/slow-${rate}`);
        if (rate === bytesPerSecond) write(at, '');
        else rmSync(at, { force: true });
      }
    },
    hold: (path, nth = 1) => {
      write(join(folder, 'switch/hold', path), '');
      return gate.hold(path, nth);
    },
    letGo: () => {
      rmSync(join(folder, 'switch/hold'), { recursive: true, force: true });
      gate.letGo();
    },
    busy: async () => {
      const status = await (await fetch(`http://127.0.0.1:${port}/busy`)).text();
      // One connection is that of this question.
      return Number(/Writing: (\d+)/.exec(status)?.[1] ?? 0) > 1;
    },
    requests: () => {
      const log = join(folder, 'access.log');
      const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(0, -1) : [];
      const fresh = lines.slice(read).map((line) => JSON.parse(line) as LoggedRequest);
      read = lines.length;
      return fresh;
    },
    stop,
    start,
    close: async () => {
      await stop();
      await gate.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
