/** The project's pages, and what a page names: links, headings, commands, files. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Folders that no commit holds. */
const ELSEWHERE = new Set(['node_modules', '.git', '.output', '.wxt', '.cache', '.apps', 'test-results']);

export interface DocsPage {
  /** From the root, such as `docs/lists.md`. */
  readonly path: string;
  readonly text: string;
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ELSEWHERE.has(entry.name) ? [] : walk(path);
    return [relative(ROOT, path).replaceAll('\\', '/')];
  });
}

/** Every file of the project, from the root. */
export const FILES: readonly string[] = walk(ROOT);

/** Every page of the project. */
export function pages(): DocsPage[] {
  return FILES.filter((path) => path.endsWith('.md')).map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), 'utf8'),
  }));
}

/** The page's text without its fenced blocks. */
export function prose(text: string): string {
  return text.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '');
}

/** The targets of links and pictures. */
export function links(text: string): string[] {
  return [...prose(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);
}

/** The anchors that GitHub gives the headings. */
export function anchors(text: string): Set<string> {
  return new Set(
    [...prose(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** The scripts of package.json that the text calls. */
export function scripts(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run (?:--silent )?)?(?<name>[a-z][a-z:]*)/g)].flatMap(
    ({ 0: whole, groups }) =>
      whole.startsWith('npm run') || /^npm (?:start|test)$/.test(whole) ? [groups?.name ?? ''] : [],
  );
}

/** The paths that the text names, from the root: those that begin with one of the project's folders. */
export function paths(text: string): string[] {
  const named = /(?<![\w./@-])(?:components|docs|entrypoints|lib|public|scripts|tests)\/[\w@./*-]*[\w*/]/g;
  return [...text.matchAll(named)].map(([path]) => path);
}

/** Names of source files in code spans without a folder, such as `card-place.ts`. */
export function fileNames(text: string): string[] {
  return [...prose(text).matchAll(/`([\w-]+\.(?:tsx?|mjs|css))`/g)].map(([, name = '']) => name);
}
