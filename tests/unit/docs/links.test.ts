/** What the pages name is there: links and their anchors, commands, files, variables. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchors, fileNames, FILES, links, pages, paths, ROOT, scripts } from './pages';

const { scripts: KNOWN_SCRIPTS } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const NAMES = new Set(FILES.map((path) => basename(path)));
const VARIABLES = new Set(
  FILES.filter((path) => /\.(?:ts|mjs)$/.test(path)).flatMap(
    (path) => readFileSync(join(ROOT, path), 'utf8').match(/\bCANH_GIAC_[A-Z_]+/g) ?? [],
  ),
);

function brokenLinks(path: string, text: string): string[] {
  return links(text).filter((link) => {
    if (/^(?:https:|mailto:)/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : normalize(join(dirname(path), file)).replaceAll('\\', '/');
    if (!existsSync(join(ROOT, target))) return true;
    return (
      anchor !== undefined &&
      !anchors(readFileSync(join(ROOT, target), 'utf8')).has(decodeURIComponent(anchor))
    );
  });
}

function missingPaths(text: string): string[] {
  return paths(text).filter((path) => {
    const pattern = new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\*+/g, '.*')}`);
    return path.includes('*') ? !FILES.some((file) => pattern.test(file)) : !existsSync(join(ROOT, path));
  });
}

describe.each(pages())('$path', ({ path, text }) => {
  test('every link and anchor leads somewhere', () => {
    expect(brokenLinks(path, text)).toEqual([]);
  });

  test('every command, file and variable that it names is there', () => {
    expect(scripts(text).filter((name) => !(name in KNOWN_SCRIPTS))).toEqual([]);
    expect(missingPaths(text)).toEqual([]);
    expect(fileNames(text).filter((name) => !NAMES.has(name))).toEqual([]);
    expect((text.match(/\bCANH_GIAC_[A-Z_]+/g) ?? []).filter((name) => !VARIABLES.has(name))).toEqual([]);
  });
});

test('every page of docs is reached from README.md', () => {
  const reached = new Set(['README.md']);
  for (const path of reached) {
    for (const link of links(readFileSync(join(ROOT, path), 'utf8'))) {
      const target = normalize(join(dirname(path), link.split('#')[0] ?? '')).replaceAll('\\', '/');
      if (target.endsWith('.md') && existsSync(join(ROOT, target))) reached.add(target);
    }
  }
  expect(
    pages()
      .map(({ path }) => path)
      .filter((path) => path.startsWith('docs/') && !reached.has(path)),
  ).toEqual([]);
});

test('the checker sees what is broken', () => {
  const text =
    'A [link](nowhere.md), `npm run nothing`, lib/gone.ts, `gone-file.ts`, [x](README.md#no-such-heading).';
  expect(brokenLinks('README.md', text)).toEqual(['nowhere.md', 'README.md#no-such-heading']);
  expect(scripts(text)).toEqual(['nothing']);
  expect(missingPaths(text)).toEqual(['lib/gone.ts']);
  expect(fileNames(text)).toEqual(['gone-file.ts']);
  expect([...anchors('## Hai từ, `một`')]).toEqual(['hai-từ-một']);
});
