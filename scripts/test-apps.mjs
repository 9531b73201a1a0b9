/**
 * `npm run test:apps [NAME...]`: sets up and starts real webmail and social servers from Debian's and npm's packages
 * (as root on Debian), builds an edition that watches their names, and runs tests/apps against them. The servers listen
 * on loopback and end with the tests; what they need stays in .apps for the next time.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, binPath, requireNode, setUpChromium, setUpFirefox, setUpPackages } from './setup.mjs';

const SERVERS = ['roundcube', 'sogo', 'converse', 'nodebb'];

requireNode();
setUpPackages();
process.env.CANH_GIAC_CHROMIUM = setUpChromium();
process.env.CANH_GIAC_FIREFOX = setUpFirefox();

const named = process.argv.slice(2);
const chosen = named.length > 0 ? SERVERS.filter((name) => named.includes(name)) : SERVERS;
const run = (program, args, env = {}) =>
  spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  }).status ?? 1;
const server = (name, ...args) => run('bash', [join('tests', 'apps', 'servers', `${name}.sh`), ...args]);

let failed = 0;
try {
  for (const name of chosen) {
    const begun = Date.now();
    if (server(name) !== 0) throw new Error(`${name} could not be set up; see .apps/logs`);
    console.log(`${name} is up after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  }
  const edition = {
    CANH_GIAC_HOSTS: join(ROOT, 'tests', 'apps', 'hosts.txt'),
    CANH_GIAC_OUT: join(ROOT, '.output', 'apps'),
  };
  const node = (name, args, env) => run(process.execPath, [binPath(name), ...args], env);
  failed =
    node('wxt', ['build', '--level', 'warn'], edition) ||
    node('playwright', [
      'test',
      '-c',
      'playwright.apps.config.ts',
      ...chosen.map((name) => `${name}.spec.ts`),
    ]);
  if (chosen.includes('roundcube'))
    failed ||=
      node('wxt', ['build', '-b', 'firefox', '--mv3', '--level', 'warn'], edition) ||
      node('vitest', ['run', '--config', 'vitest.apps.config.ts']);
} catch (error) {
  console.error(String(error));
  failed = 1;
} finally {
  for (const name of [...chosen, 'dovecot']) server(name, 'stop');
}
process.exit(failed);
