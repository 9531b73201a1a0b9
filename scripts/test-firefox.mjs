/** `npm run test:firefox`: sets up, builds a department's and the administrators' edition for Firefox and tests them in a real one. */
import { join } from 'node:path';
import { ROOT, requireNode, runBin, setUpApache, setUpFirefox, setUpNginx, setUpPackages } from './setup.mjs';

requireNode();
setUpPackages();
process.env.CANH_GIAC_FIREFOX = setUpFirefox();
process.env.CANH_GIAC_NGINX = setUpNginx();
process.env.CANH_GIAC_APACHE = setUpApache();
const build = ['build', '-b', 'firefox', '--mv3', '--level', 'warn'];
const edition = {
  CANH_GIAC_HOSTS: join(ROOT, 'tests', 'browser', 'edition-hosts.txt'),
  CANH_GIAC_OUT: join(ROOT, '.output', 'edition'),
};
const admin = {
  CANH_GIAC_EDITION: 'admin',
  CANH_GIAC_GRANTED: 'http://127.0.0.1/*',
  CANH_GIAC_OUT: join(ROOT, '.output', 'admin-granted'),
};
const built = runBin('wxt', build, edition) && runBin('wxt', build, admin);
const config = ['--config', 'vitest.firefox.config.ts', ...process.argv.slice(2)];
if (!built || !runBin('vitest', ['run', ...config])) process.exit(1);
