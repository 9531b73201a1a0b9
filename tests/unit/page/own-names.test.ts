/** What page.js calls by short names of its own, nobody else may ask for: the types would say nothing of it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { OWN_NAMES } from '../../../wxt.config';

const ROOT = join(import.meta.dirname, '..', '..', '..').replaceAll('\\', '/');
const PAGE = `${ROOT}/lib/page/`;
/** Who is handed what page.js made: its session lies in the world that they share. */
const READERS = ['entrypoints/overlay', 'entrypoints/background'];

/** Made up: asks in each of the ways that there are. */
const CULPRIT = `${ROOT}/entrypoints/overlay/culprit.ts`;
const CULPRIT_TEXT = `
import type { PageSession, SeenUnit } from '../../lib/page/session';
export const first = (session: PageSession) => session.whole;
export const second = (session: Pick<PageSession, 'hasMore'> | undefined) => session?.hasMore;
export const third = ({ reasonRanges: own, content: { reading } }: SeenUnit) => [own, reading.words];
export const own = (place: { whole: boolean }) => place.whole;
`;

const files = READERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${ROOT}/${folder}/${name}`.replaceAll('\\', '/')),
);

function programOf(): ts.Program {
  const { config } = ts.readConfigFile(`${ROOT}/tsconfig.json`, (name) => ts.sys.readFile(name)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  host.readFile = (name) => (name === CULPRIT ? CULPRIT_TEXT : ts.sys.readFile(name));
  host.fileExists = (name) => name === CULPRIT || ts.sys.fileExists(name);
  return ts.createProgram([...files, CULPRIT], options, host);
}

/** The names by which a node asks an object for properties; each with the object. */
function asked(node: ts.Node): [name: string, object: ts.Node] | undefined {
  if (ts.isPropertyAccessExpression(node)) return [node.name.text, node.expression];
  if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return undefined;
  const name = node.propertyName ?? node.name;
  return ts.isIdentifier(name) ? [name.text, node.parent] : undefined;
}

test('nobody but page.js asks its session and units for what has a short name there', () => {
  const program = programOf();
  const checker = program.getTypeChecker();
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const [name = '', object = node] = asked(node) ?? [];
    if (OWN_NAMES.test(name)) {
      const type = checker.getNonNullableType(checker.getTypeAtLocation(object));
      const homes = type.getProperty(name)?.declarations ?? [];
      if (homes.some((home) => home.getSourceFile().fileName.startsWith(PAGE)))
        found.push(`${node.getSourceFile().fileName.slice(ROOT.length + 1)}: ${name}`);
    }
    ts.forEachChild(node, look);
  };
  for (const file of [...files, CULPRIT]) look(program.getSourceFile(file) as ts.SourceFile);
  const culprits = ['whole', 'hasMore', 'reasonRanges', 'reading', 'words'];
  expect(found).toEqual(culprits.map((name) => `entrypoints/overlay/culprit.ts: ${name}`));
}, 120_000);
