/** `npm run test:firefox`: sets up, builds a department's edition for Firefox and tests it in a real one. */
import { join } from 'node:path';
import { ROOT, requireNode, runBin, setUpFirefox, setUpNginx, setUpPackages } from './setup.mjs';

requireNode();
setUpPackages();
process.env.CANH_GIAC_FIREFOX = setUpFirefox();
process.env.CANH_GIAC_NGINX = setUpNginx();
const built = runBin('wxt', ['build', '-b', 'firefox', '--mv3', '--level', 'warn'], {
  CANH_GIAC_HOSTS: join(ROOT, 'tests', 'browser', 'edition-hosts.txt'),
  CANH_GIAC_OUT: join(ROOT, '.output', 'edition'),
});
const config = ['--config', 'vitest.firefox.config.ts', ...process.argv.slice(2)];
if (!built || !runBin('vitest', ['run', ...config])) process.exit(1);
