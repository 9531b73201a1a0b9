/** `npm run test:long`: what takes too long for every change. Arguments go to Playwright. */
import { setUpChromium, setUpNginx, setUpPackages, requireNode, runBin } from './setup.mjs';

requireNode();
setUpPackages();
process.env.CANH_GIAC_CHROMIUM = setUpChromium();
process.env.CANH_GIAC_NGINX = setUpNginx();
const done =
  runBin('wxt', ['build', '--level', 'warn']) &&
  runBin('playwright', ['test', '-c', 'playwright.long.config.ts', ...process.argv.slice(2)]);
process.exit(done ? 0 : 1);
