/** Real WebDAV servers on loopback, with a login: Apache, which honours conditions, and nginx, which does not. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const LOGIN = { user: 'quantri', password: 'mat khau may chu' };

export interface DavServer {
  /** `http://127.0.0.1:PORT/` */
  readonly address: string;
  /** What it serves. */
  readonly root: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const MODULES = [
  'mpm_event',
  'authz_core',
  'authz_user',
  'authn_core',
  'authn_file',
  'auth_basic',
  'dav',
  'dav_fs',
  'headers',
];

function apacheConfig(folder: string, port: number): string {
  const load = MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  return `
ServerRoot ${folder}
ServerName 127.0.0.1
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
Listen 127.0.0.1:${port}
${load.join('\n')}
DavLockDB ${folder}/locks
DocumentRoot ${folder}/root
Header always set Access-Control-Allow-Origin *
<Directory ${folder}/root>
  Dav On
  AuthType Basic
  AuthName feed
  AuthUserFile ${folder}/users
  <LimitExcept GET HEAD OPTIONS>
    Require valid-user
  </LimitExcept>
</Directory>
`;
}

function nginxConfig(folder: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 64; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/tmp-${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/root;
    client_max_body_size 4m;
    dav_methods PUT MKCOL;
    add_header Access-Control-Allow-Origin * always;
    location / {
      limit_except GET { auth_basic feed; auth_basic_user_file ${folder}/users; }
    }
  }
}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

type Program = readonly [path: string, ...args: string[]];

const PROGRAMS: Record<'apache' | 'nginx', (folder: string, config: string) => Program> = {
  apache: (_folder, config) => [
    process.env.CANH_GIAC_APACHE ?? '/usr/sbin/apache2',
    '-DFOREGROUND',
    '-f',
    config,
  ],
  // As root nginx would hand its files to a user that may not read the temporary folder.
  nginx: (folder, config) => [
    process.env.CANH_GIAC_NGINX ?? '/usr/sbin/nginx',
    ...['-p', folder, '-c', config, '-g', 'user root;'],
  ],
};

/** Starts a server over an empty folder. */
export async function startDav(kind: 'apache' | 'nginx'): Promise<DavServer> {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-dav-'));
  const root = join(folder, 'root');
  mkdirSync(root);
  const sha = createHash('sha1').update(LOGIN.password).digest('base64');
  writeFileSync(join(folder, 'users'), `${LOGIN.user}:{SHA}${sha}\n`);
  const port = await freePort();
  const config = join(folder, 'server.conf');
  writeFileSync(config, kind === 'apache' ? apacheConfig(folder, port) : nginxConfig(folder, port));
  let child: ChildProcess | undefined;
  const start = async () => {
    const [program, ...args] = PROGRAMS[kind](folder, config);
    child = spawn(program, args, { stdio: 'inherit' });
    const end = Date.now() + 10_000;
    while (!(await answers(port))) {
      if (Date.now() > end || child.exitCode !== null) throw new Error(`${kind} did not start`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const stop = async () => {
    const ending = child;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    ending.kill('SIGTERM');
    await ended;
  };
  await start();
  return {
    address: `http://127.0.0.1:${port}/`,
    root,
    start,
    stop,
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
