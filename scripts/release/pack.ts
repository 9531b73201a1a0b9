/** Archives whose bytes depend on names and contents alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Packs files by their paths in the archive, `/` between folders. */
export function pack(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted: Zippable = {};
  // The earliest time that an archive can tell. Made of local parts, since archives hold local time.
  const mtime = new Date(1980, 0, 1);
  // By code units: the same order under every locale.
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path);
    if (bytes) sorted[path] = [bytes, { level: 9, mtime }];
  }
  return zipSync(sorted);
}

/** The files of a folder, by their paths in it. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path)];
    }),
  );
}
