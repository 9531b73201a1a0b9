/** How the code is written stays as docs/development.md says; `npm run health` prints the figures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { circles, readSource, ROOT } from '../../../scripts/health/source';

const product = readSource(['lib', 'components', 'entrypoints']);
const all = [...product, ...readSource(['scripts', 'tests'])];
const paths = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path);

test('no `any`, no imports in a circle', () => {
  expect(paths(all.filter(({ anys }) => anys > 0))).toEqual([]);
  expect(circles(all)).toEqual([]);
});

test('files are short: 250 lines at most, tables of tests 300, half of the product under 60', () => {
  expect(paths(product.filter(({ lines }) => lines > 250))).toEqual([]);
  expect(paths(all.filter(({ lines }) => lines > 300))).toEqual([]);
  const lines = product.map((file) => file.lines).sort((a, b) => a - b);
  expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(60);
  expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(200);
});

test('only entrypoints call the browser', () => {
  const callers = product.filter(({ callsBrowser }) => callsBrowser);
  // The border of messages is the one place in lib.
  expect(paths(callers.filter(({ room }) => room !== 'entrypoints'))).toEqual(['lib/message-server.ts']);
});

test('every exported function and class of lib has its line of documentation', () => {
  expect(product.filter(({ path }) => path.startsWith('lib/')).flatMap(({ bare }) => bare)).toEqual([]);
});

test('what browsers start only wires', () => {
  const starts = product.filter(({ path }) =>
    /^entrypoints\/.*(?:main\.tsx|index\.ts|background\.ts)$/.test(path),
  );
  expect(starts.length).toBeGreaterThan(10);
  expect(paths(starts.filter(({ lines }) => lines > 60))).toEqual([]);
});

test('packages have exact versions', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
