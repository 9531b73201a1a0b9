/** `npm run test:long`: what takes too long for every change. Arguments go to Playwright. */
import { join } from 'node:path';
import {
  ROOT,
  setUpApache,
  setUpChromium,
  setUpNginx,
  setUpPackages,
  requireNode,
  runBin,
} from './setup.mjs';

requireNode();
setUpPackages();
process.env.CANH_GIAC_CHROMIUM = setUpChromium();
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
const done =
  runBin('wxt', ['build', '--level', 'warn']) &&
  runBin('wxt', ['build', '--level', 'warn'], edition) &&
  runBin('wxt', ['build', '--level', 'warn'], admin) &&
  runBin('playwright', ['test', '-c', 'playwright.long.config.ts', ...process.argv.slice(2)]);
process.exit(done ? 0 : 1);
