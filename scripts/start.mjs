/** `npm start`: sets up, builds, and shows the extension at work. Arguments go to scripts/demo.ts. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, binPath, requireNode, runBin, setUpChromium, setUpPackages } from './setup.mjs';

requireNode();
setUpPackages();
const chromium = setUpChromium();
process.stderr.write('Building the extension ...\n');
if (!runBin('wxt', ['build', '--level', 'warn'])) process.exit(1);
const demo = spawnSync(
  process.execPath,
  [binPath('tsx'), join(ROOT, 'scripts', 'demo.ts'), ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CANH_GIAC_CHROMIUM: chromium },
  },
);
process.exit(demo.status ?? 1);
