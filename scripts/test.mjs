/**
 * `npm test`: sets up and runs every check, the cheap ones first. All run even when one fails, so that one run tells
 * everything; ends with a line that counts the steps. Steps that use one processor, or wait for browsers, run two at a time.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  ROOT,
  binPath,
  requireNode,
  setUpApache,
  setUpChromium,
  setUpFirefox,
  setUpNginx,
  setUpPackages,
} from './setup.mjs';

requireNode();
setUpPackages();
process.env.CANH_GIAC_CHROMIUM = setUpChromium();
process.env.CANH_GIAC_FIREFOX = setUpFirefox();
process.env.CANH_GIAC_NGINX = setUpNginx();
process.env.CANH_GIAC_APACHE = setUpApache();

const build = ['build', '--level', 'warn'];
const buildForFirefox = ['build', '-b', 'firefox', '--mv3', '--level', 'warn'];
const edition = {
  CANH_GIAC_HOSTS: join(ROOT, 'tests', 'browser', 'edition-hosts.txt'),
  CANH_GIAC_OUT: join(ROOT, '.output', 'edition'),
};
const admin = {
  CANH_GIAC_EDITION: 'admin',
  CANH_GIAC_GRANTED: 'http://127.0.0.1/*',
  CANH_GIAC_OUT: join(ROOT, '.output', 'admin-granted'),
};
/** Stage after stage; the lanes of a stage run side by side, the steps of a lane one after the other. */
const stages = [
  [
    [['lint', 'eslint', ['.', '--max-warnings', '0']]],
    [
      ['format', 'prettier', ['--check', '.', '--log-level', 'warn']],
      ['types', 'tsc', ['--noEmit']],
      ['build', 'wxt', build],
      ['build for Firefox', 'wxt', buildForFirefox],
      ['build of a department edition', 'wxt', build, edition],
      ['build of a department edition for Firefox', 'wxt', buildForFirefox, edition],
      ["build of the administrators' edition", 'wxt', build, admin],
      ["build of the administrators' edition for Firefox", 'wxt', buildForFirefox, admin],
      ['sizes', 'size-limit', []],
      ['web-ext lint of the Firefox build', 'tsx', ['scripts/lint-firefox.ts']],
      ['packages for the stores, built twice', 'tsx', ['scripts/zip.ts', '--verify', '--linked']],
    ],
  ],
  [[['unit and corpus tests', 'vitest', ['run']]]],
  [
    [['browser tests', 'playwright', ['test']]],
    [['Firefox tests', 'vitest', ['run', '--config', 'vitest.firefox.config.ts']]],
  ],
];

/**
 * Runs one step; whether it passed. Steps of the first lane are heard as they go, those beside it when they are done.
 */
function run([name, program, args, env], heard) {
  const begun = Date.now();
  if (heard) console.log(`\n== ${name}`);
  return new Promise((resolve) => {
    const output = [];
    const child = spawn(process.execPath, [binPath(program), ...args], {
      cwd: ROOT,
      stdio: heard ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    child.stdout?.on('data', (bytes) => output.push(bytes));
    child.stderr?.on('data', (bytes) => output.push(bytes));
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      if (!heard) console.log(`\n== ${name}`);
      process.stdout.write(Buffer.concat(output));
      const seconds = Math.round((Date.now() - begun) / 1000);
      console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}, ${seconds} s`);
      resolve(code === 0);
    });
  });
}

const failed = [];
let count = 0;
for (const lanes of stages)
  await Promise.all(
    lanes.map(async (steps, lane) => {
      for (const step of steps) {
        count++;
        if (!(await run(step, lane === 0))) failed.push(step[0]);
      }
    }),
  );
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`\nSteps: ${count - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
