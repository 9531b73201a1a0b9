/**
 * `npm start`: sets up, builds, and shows the extension at work; `npm start -- --admin` the administrators' console.
 * Other arguments go to scripts/demo.ts or scripts/admin-console.ts.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, binPath, requireNode, runBin, setUpChromium, setUpPackages } from './setup.mjs';

requireNode();
setUpPackages();
const chromium = setUpChromium();
const admin = process.argv.includes('--admin');
process.stderr.write(admin ? 'Building the console ...\n' : 'Building the extension ...\n');
const edition = admin ? { CANH_GIAC_EDITION: 'admin' } : {};
if (!runBin('wxt', ['build', '--level', 'warn'], edition)) process.exit(1);
const script = admin ? 'admin-console.ts' : 'demo.ts';
const shown = spawnSync(
  process.execPath,
  [binPath('tsx'), join(ROOT, 'scripts', script), ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CANH_GIAC_CHROMIUM: chromium },
  },
);
process.exit(shown.status ?? 1);
