/** A program that sees a folder of the test's in the place of one of this machine's: in a mount namespace of its own. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';

/** Writes a script that starts `program` so; gives its path. Needs root. `place` is made where it is missing. */
export function withFolder(script: string, program: string, place: string, folder: string): string {
  mkdirSync(place, { recursive: true });
  writeFileSync(
    script,
    `#!/bin/sh\nexec unshare -m sh -c 'mount --bind "${folder}" "${place}" && exec "${program}" "$@"' sh "$@"\n`,
  );
  chmodSync(script, 0o755);
  return script;
}
