/** What can be counted in the source: by TypeScript's own reading of it, not by words. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import ts from 'typescript';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  /** `lib/page` of lib/page/dom.ts, `components` of every view. */
  readonly room: string;
  readonly lines: number;
  /** Exported declarations, and how many of them have a line of documentation. */
  readonly exported: number;
  readonly documented: number;
  /** Exported functions and classes without one, as `path name`. */
  readonly bare: readonly string[];
  readonly anys: number;
  /** Whether it calls `browser.…` or `chrome.…`. */
  readonly callsBrowser: boolean;
  /** Files of the project that it imports for more than their types. */
  readonly imports: readonly string[];
}

/** Every TypeScript file of these folders. */
export function readSource(folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => measure(join(ROOT, folder, name))),
  );
}

function measure(file: string): SourceFile {
  const path = relative(ROOT, file).replaceAll('\\', '/');
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = { anys: 0, callsBrowser: false, imports: [] as string[] };
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.anys++;
    if (ts.isPropertyAccessExpression(node) && /^(?:browser|chrome)$/.test(node.expression.getText())) {
      found.callsBrowser = true;
    }
    if (ts.isImportDeclaration(node)) found.imports.push(...imported(file, node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const declared = source.statements.filter(isExported);
  const undocumented = declared.filter((node) => ts.getJSDocCommentsAndTags(node).length === 0);
  const [top = '', room = ''] = path.split('/');
  return {
    path,
    room: top === 'lib' && room.endsWith('.ts') ? 'lib (messages)' : top === 'lib' ? `lib/${room}` : top,
    lines: text.split('\n').length - 1,
    exported: declared.length,
    documented: declared.length - undocumented.length,
    bare: undocumented.flatMap((node) =>
      (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name
        ? [`${path} ${node.name.text}`]
        : [],
    ),
    ...found,
  };
}

function isExported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function imported(file: string, { importClause, moduleSpecifier }: ts.ImportDeclaration): string[] {
  const target = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
  if (!target.startsWith('.') || importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const path = relative(ROOT, normalize(join(dirname(file), target))).replaceAll('\\', '/');
  return [path];
}

/** The files that import each other in a circle; empty where none do. */
export function circles(files: readonly SourceFile[]): string[] {
  const byName = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) found.push([...way.slice(way.indexOf(name)), name].join(' -> '));
    if (way.includes(name) || done.has(name)) return;
    for (const next of byName.get(name)?.imports ?? []) walk(next.replace(/\.tsx?$/, ''), [...way, name]);
    done.add(name);
  };
  for (const name of byName.keys()) walk(name, []);
  return found;
}
