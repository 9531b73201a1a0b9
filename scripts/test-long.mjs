/** `npm run test:long`: what takes too long for every change. Arguments go to Playwright. */
import { join } from 'node:path';
import { ROOT, setUpChromium, setUpNginx, setUpPackages, requireNode, runBin } from './setup.mjs';

requireNode();
setUpPackages();
process.env.CANH_GIAC_CHROMIUM = setUpChromium();
process.env.CANH_GIAC_NGINX = setUpNginx();
const edition = {
  CANH_GIAC_HOSTS: join(ROOT, 'tests', 'browser', 'edition-hosts.txt'),
  CANH_GIAC_OUT: join(ROOT, '.output', 'edition'),
};
const done =
  runBin('wxt', ['build', '--level', 'warn']) &&
  runBin('wxt', ['build', '--level', 'warn'], edition) &&
  runBin('playwright', ['test', '-c', 'playwright.long.config.ts', ...process.argv.slice(2)]);
process.exit(done ? 0 : 1);
