/** The table of rooms in docs/architecture.md says what the code does. */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { FILES, ROOT } from './pages';

/** `numbers` of lib/numbers/fold.ts; `messages` of the files that lie in lib itself. */
function roomOf(path: string): string | undefined {
  const [top, room, inside] = path.split(/[\\/]/);
  if (top !== 'lib') return undefined;
  return inside === undefined ? 'messages' : room;
}

function importsInCode(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const path of FILES.filter((file) => /^lib\/.*\.ts$/.test(file))) {
    const room = roomOf(path) ?? '';
    const rooms = found.get(room) ?? new Set<string>();
    for (const [, target = ''] of readFileSync(join(ROOT, path), 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      const other = roomOf(normalize(join(dirname(path), target)));
      if (other !== undefined && other !== room) rooms.add(other);
    }
    found.set(room, rooms);
  }
  return found;
}

function importsInTable(): Map<string, Set<string>> {
  const page = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');
  const rows = page.matchAll(/^\| `lib\/([\w.]+)`[^|]*\|[^|]*\| ([^|]+) \|$/gm);
  return new Map(
    [...rows].map(([, room = '', cell = '']) => [
      room.replace('.ts', ''),
      new Set(cell === 'nothing' ? [] : cell.split(', ')),
    ]),
  );
}

test('each room imports exactly the rooms that the table names', () => {
  const sorted = (rooms: Map<string, Set<string>>) =>
    Object.fromEntries([...rooms].map(([room, others]) => [room, [...others].sort()]));
  expect(sorted(importsInTable())).toEqual(sorted(importsInCode()));
});
