/**
 * `npm test`: sets up and runs every check, the cheap ones first. All run even when one fails, so that one run tells
 * everything; ends with a line that counts the steps.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  ROOT,
  binPath,
  requireNode,
  setUpApache,
  setUpChromium,
  setUpFirefox,
  setUpNginx,
  setUpPackages,
} from './setup.mjs';

requireNode();
setUpPackages();
process.env.CANH_GIAC_CHROMIUM = setUpChromium();
process.env.CANH_GIAC_FIREFOX = setUpFirefox();
process.env.CANH_GIAC_NGINX = setUpNginx();
process.env.CANH_GIAC_APACHE = setUpApache();

const edition = {
  CANH_GIAC_HOSTS: join(ROOT, 'tests', 'browser', 'edition-hosts.txt'),
  CANH_GIAC_OUT: join(ROOT, '.output', 'edition'),
};
const admin = {
  CANH_GIAC_EDITION: 'admin',
  CANH_GIAC_GRANTED: 'http://127.0.0.1/*',
  CANH_GIAC_OUT: join(ROOT, '.output', 'admin-granted'),
};
const steps = [
  ['format', 'prettier', ['--check', '.', '--log-level', 'warn']],
  ['types', 'tsc', ['--noEmit']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['unit and corpus tests', 'vitest', ['run']],
  ['build', 'wxt', ['build', '--level', 'warn']],
  ['build for Firefox', 'wxt', ['build', '-b', 'firefox', '--mv3', '--level', 'warn']],
  ['build of a department edition', 'wxt', ['build', '--level', 'warn'], edition],
  [
    'build of a department edition for Firefox',
    'wxt',
    ['build', '-b', 'firefox', '--mv3', '--level', 'warn'],
    edition,
  ],
  ["build of the administrators' edition", 'wxt', ['build', '--level', 'warn'], admin],
  [
    "build of the administrators' edition for Firefox",
    'wxt',
    ['build', '-b', 'firefox', '--mv3', '--level', 'warn'],
    admin,
  ],
  ['sizes', 'size-limit', []],
  ['web-ext lint of the Firefox build', 'tsx', ['scripts/lint-firefox.ts']],
  ['packages for the stores, built twice', 'tsx', ['scripts/zip.ts', '--verify', '--linked']],
  ['browser tests', 'playwright', ['test']],
  ['Firefox tests', 'vitest', ['run', '--config', 'vitest.firefox.config.ts']],
];

const failed = [];
for (const [name, program, args, env] of steps) {
  console.log(`\n== ${name}`);
  const done = spawnSync(process.execPath, [binPath(program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (done.status !== 0) failed.push(name);
}
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`\nSteps: ${steps.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
