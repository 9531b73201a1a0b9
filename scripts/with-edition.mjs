/**
 * Sets up, builds a department's edition for Chromium, and runs a package's program with it:
 *   node scripts/with-edition.mjs PROGRAM ARGUMENTS
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, binPath, requireNode, runBin, setUpChromium, setUpPackages } from './setup.mjs';

requireNode();
setUpPackages();
const chromium = setUpChromium();
const built = runBin('wxt', ['build', '--level', 'warn'], {
  CANH_GIAC_HOSTS: join(ROOT, 'tests', 'browser', 'edition-hosts.txt'),
  CANH_GIAC_OUT: join(ROOT, '.output', 'edition'),
});
if (!built) process.exit(1);
const [program = '', ...args] = process.argv.slice(2);
const done = spawnSync(process.execPath, [binPath(program), ...args], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, CANH_GIAC_CHROMIUM: chromium },
});
process.exit(done.status ?? 1);
