/**
 * Sets up what the other commands need, and only what is missing: packages (npm ci), WXT's types and, where asked
 * for, a Chromium. Plain JavaScript without packages, since it runs before there are any. Silent when all is there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program with its output on the error stream, so that answers on standard output stay clean. */
function run(command, args, env = {}) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, ...env },
  });
  if (done.error) throw done.error;
  return done.status === 0;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Ends the process with a clear sentence where Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  fail(`Cảnh Giác needs Node.js 20.19 or newer, or 22.12 or newer; this is ${process.version}.`);
}

/** Installs the packages of the lock file where they are missing or of another lock file. */
export function setUpPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const mark = join(ROOT, 'node_modules', '.canh-giac-lock');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
    process.stderr.write('Installing packages (npm ci) ...\n');
    // npm names its own script when it runs us; a bare `npm` needs a shell on Windows.
    const npm = process.env.npm_execpath;
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const ok = npm ? run(process.execPath, [npm, ...args]) : run('npm', args);
    if (!ok) fail('npm ci failed. Check the connection to the npm registry and run the command again.');
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, lock);
  }
  if (!existsSync(join(ROOT, '.wxt', 'tsconfig.json')) && !runBin('wxt', ['prepare', '--level', 'warn'])) {
    fail('wxt prepare failed.');
  }
}

/** Runs a package's program by Node itself: no shell, the same on every system. */
export function runBin(name, args, env) {
  return run(process.execPath, [binPath(name), ...args], env);
}

/** The script behind a package's program. */
export function binPath(name) {
  const packages = {
    wxt: 'wxt',
    vitest: 'vitest',
    eslint: 'eslint',
    prettier: 'prettier',
    tsc: 'typescript',
    tsx: 'tsx',
    playwright: '@playwright/test',
    'size-limit': 'size-limit',
  };
  const folder = join(ROOT, 'node_modules', ...(packages[name] ?? name).split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** Branded Chrome no longer loads unpacked extensions from the command line, so only Chromium will do. */
const CHROMIUM_PATHS = [
  process.env.CANH_GIAC_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FIREFOX_PATHS = [
  process.env.CANH_GIAC_FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** The path of a Chromium, installed by apt-get on Debian as root where there is none. */
export function setUpChromium() {
  return setUpProgram('Chromium', CHROMIUM_PATHS, 'CANH_GIAC_CHROMIUM', ['chromium', 'fonts-noto-core']);
}

/** The path of a Firefox, installed by apt-get on Debian as root where there is none. */
export function setUpFirefox() {
  return setUpProgram('Firefox', FIREFOX_PATHS, 'CANH_GIAC_FIREFOX', ['firefox-esr']);
}

/** The path of an nginx, which the tests of feeds are served by. */
export function setUpNginx() {
  const paths = [process.env.CANH_GIAC_NGINX, '/usr/sbin/nginx'];
  return setUpProgram('nginx', paths, 'CANH_GIAC_NGINX', ['nginx-light', '--no-install-recommends']);
}

/** The path of an Apache with its WebDAV module, for the tests of publishing. */
export function setUpApache() {
  const paths = [process.env.CANH_GIAC_APACHE, '/usr/sbin/apache2'];
  return setUpProgram('Apache', paths, 'CANH_GIAC_APACHE', ['apache2-bin', '--no-install-recommends']);
}

/** Ceph's S3 gateway with the cluster behind it, and OpenStack's Swift, for the tests of publishing into stores. */
export function setUpStores() {
  const ceph = ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common', '--no-install-recommends'];
  setUpProgram('radosgw', ['/usr/bin/radosgw'], undefined, ceph);
  const swift = ['python3-swift', 'memcached', '--no-install-recommends'];
  setUpProgram('Swift', ['/usr/lib/python3/dist-packages/swift/proxy/server.py'], undefined, swift);
  setUpProgram('s3cmd', ['/usr/bin/s3cmd'], undefined, ['s3cmd', '--no-install-recommends']);
  setUpProgram('memcached', ['/usr/bin/memcached'], undefined, swift);
}

function setUpProgram(name, paths, variable, packages) {
  const find = () => paths.find((path) => path && existsSync(path));
  let path = find();
  const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  if (!path && isDebian && process.getuid?.() === 0) {
    process.stderr.write(`Installing ${name} (apt-get) ...\n`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], env);
    run('apt-get', ['install', '-y', '-qq', ...packages], env);
    path = find();
  }
  if (path) return path;
  const other = variable ? ` or set ${variable} to the path of one` : '';
  return fail(
    `No ${name} was found. Install it (on Debian or Ubuntu: apt-get install ${packages[0]})${other}.`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  requireNode();
  setUpPackages();
  if (process.argv.includes('--browser')) setUpChromium();
}
