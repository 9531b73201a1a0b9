/**
 * `npm run bench`: the recogniser of numbers; `npm run bench -- lists`, `pages`, `feed`, `judge` or `all`. What else is
 * given goes to the bench, as in `npm run bench -- lists 10000`.
 */
import { join } from 'node:path';
import { runBundled } from './bundled.mjs';
import { ROOT, requireNode, runBin, setUpChromium, setUpNginx, setUpPackages } from './setup.mjs';

const chromium = () => ({ CANH_GIAC_CHROMIUM: setUpChromium() });
const nginx = () => ({ CANH_GIAC_NGINX: setUpNginx() });
const edition = {
  CANH_GIAC_HOSTS: join(ROOT, 'tests', 'browser', 'edition-hosts.txt'),
  CANH_GIAC_OUT: join(ROOT, '.output', 'edition'),
};
const build = (env) => runBin('wxt', ['build', '--level', 'warn'], env);

/** What each bench needs first; false where it cannot be had. */
const BENCHES = {
  numbers: () => ({}),
  judge: () => ({}),
  feed: () => nginx(),
  pages: () => build(edition) && chromium(),
  lists: () => build() && { ...chromium(), ...nginx() },
};

/** Those of code whose every nanosecond counts; they run in this process and find their arguments in it. */
const BUNDLED = new Set(['numbers']);

requireNode();
setUpPackages();
const [asked = 'numbers', ...args] = process.argv.slice(2);
const names = asked === 'all' ? Object.keys(BENCHES) : [asked];
for (const name of names) {
  if (!Object.hasOwn(BENCHES, name)) {
    process.stderr.write(`There is no bench '${name}': ${Object.keys(BENCHES).join(', ')} or all.\n`);
    process.exit(2);
  }
  const env = BENCHES[name]();
  const file = join('tests', 'bench', `${name}.ts`);
  if (BUNDLED.has(name)) await runBundled(file);
  else if (!env || !runBin('tsx', [file, ...args], env)) process.exit(1);
}
