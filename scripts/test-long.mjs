/**
 * `npm run test:long [NAME...]`: what takes too long for every change, in Chromium and in Firefox; of all files or those
 * named. `looks`: the browser tests that go by looks, in each look.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  ROOT,
  setUpApache,
  setUpChromium,
  setUpFirefox,
  setUpNginx,
  setUpPackages,
  setUpStores,
  requireNode,
  runBin,
} from './setup.mjs';

const names = process.argv.slice(2);
const files = readdirSync(join(ROOT, 'tests', 'long'));
const LOOKS = 'looks';
const unknown = names
  .filter((name) => name !== LOOKS)
  .filter((name) => !files.some((file) => file.includes(name)));
if (unknown.length > 0) {
  console.error(`No file of tests/long is called so: ${unknown.join(', ')}`);
  process.exit(1);
}
requireNode();
setUpPackages();
process.env.CANH_GIAC_CHROMIUM = setUpChromium();
process.env.CANH_GIAC_FIREFOX = setUpFirefox();
process.env.CANH_GIAC_NGINX = setUpNginx();
process.env.CANH_GIAC_APACHE = setUpApache();
// Some 60 MB of packages, for one file.
if (names.length === 0 || names.some((name) => 'admin-s3.spec.ts'.includes(name))) setUpStores();
const edition = {
  CANH_GIAC_HOSTS: join(ROOT, 'tests', 'browser', 'edition-hosts.txt'),
  CANH_GIAC_OUT: join(ROOT, '.output', 'edition'),
};
const admin = {
  CANH_GIAC_EDITION: 'admin',
  CANH_GIAC_GRANTED: 'http://127.0.0.1/*',
  CANH_GIAC_OUT: join(ROOT, '.output', 'admin-granted'),
};
const built =
  runBin('wxt', ['build', '--level', 'warn']) &&
  runBin('wxt', ['build', '--level', 'warn'], edition) &&
  runBin('wxt', ['build', '-b', 'firefox', '--mv3', '--level', 'warn'], edition) &&
  runBin('wxt', ['build', '--level', 'warn'], admin);
if (!built) process.exit(1);
// A name may belong to one of the two alone.
const inChromium = ['test', '-c', 'playwright.long.config.ts', '--pass-with-no-tests', ...names];
const inFirefox = ['run', '--config', 'vitest.long.config.ts', '--passWithNoTests', ...names];
const inEachLook = ['test', '--grep', '@looks'];
const passed =
  names.length === 1 && names[0] === LOOKS
    ? []
    : [runBin('playwright', inChromium), runBin('vitest', inFirefox)];
if (names.length === 0 || names.includes(LOOKS))
  passed.push(runBin('playwright', inEachLook, { CANH_GIAC_EACH_LOOK: '1' }));
process.exit(passed.includes(false) ? 1 : 0);
