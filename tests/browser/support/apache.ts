/** A real Apache with mod_dav on loopback: a WebDAV server that honours conditions, with a login. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const LOGIN = { user: 'quantri', password: 'mat khau may chu' };

export interface Apache {
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

function configOf(folder: string, port: number): string {
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

/** Starts Apache over an empty folder. */
export async function startApache(): Promise<Apache> {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-apache-'));
  const root = join(folder, 'root');
  mkdirSync(root);
  const sha = createHash('sha1').update(LOGIN.password).digest('base64');
  writeFileSync(join(folder, 'users'), `${LOGIN.user}:{SHA}${sha}\n`);
  const port = await freePort();
  writeFileSync(join(folder, 'apache.conf'), configOf(folder, port));
  let child: ChildProcess | undefined;
  const start = async () => {
    const program = process.env.CANH_GIAC_APACHE ?? '/usr/sbin/apache2';
    child = spawn(program, ['-DFOREGROUND', '-f', join(folder, 'apache.conf')], { stdio: 'inherit' });
    const end = Date.now() + 10_000;
    while (!(await answers(port))) {
      if (Date.now() > end || child.exitCode !== null) throw new Error('Apache did not start');
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
