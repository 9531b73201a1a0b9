/**
 * `npm run lint:firefox`: web-ext lint on the Firefox build. Passes with no error and exactly the warnings that
 * docs/stores.md explains: one more is looked at before it ships, one less leaves the page.
 *
 * usage: tsx scripts/lint-firefox.ts [FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { knownWarnings } from './release/known-warnings';

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}
interface Report {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

const ROOT = join(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(ROOT, '.output', 'firefox-mv3'));
const webExt = join(ROOT, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
const args = ['lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'];
const done = spawnSync(process.execPath, [webExt, ...args], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 ** 2,
  // It would ask the npm registry for a newer version of itself.
  env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
});
if (!done.stdout.startsWith('{'))
  throw new Error(`web-ext lint did not answer: ${done.stderr || done.stdout}`);
const { errors, warnings } = JSON.parse(done.stdout) as Report;
const counts: Record<string, number> = {};
for (const { code } of warnings) counts[code] = (counts[code] ?? 0) + 1;

const known = knownWarnings();
const codes = [...new Set([...Object.keys(counts), ...Object.keys(known)])];
const wrong = codes.filter((code) => counts[code] !== known[code]);
for (const { code, message, file } of [...errors, ...warnings.filter((one) => wrong.includes(one.code))]) {
  console.log(`${code} ${file ?? ''}: ${message}`);
}
for (const code of wrong) {
  console.log(`${code}: ${counts[code] ?? 0} warnings, docs/stores.md explains ${known[code] ?? 0}`);
}
console.log(
  `web-ext lint: ${errors.length} errors, ${warnings.length} warnings, ${wrong.length} kinds unexplained`,
);
process.exitCode = errors.length + wrong.length > 0 ? 1 : 0;
