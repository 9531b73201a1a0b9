/** Writing that a crash cannot spoil: a reader meets the old file or the new one, never half of one. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

export class Disk {
  constructor(readonly path: string) {}

  read(name: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(readFileSync(join(this.path, name)));
  }

  /** Writes a file whole: beside the others first, and in its place only once the disk has all of it. */
  write(name: string, bytes: Uint8Array, mode = 0o644): void {
    const at = join(this.path, name);
    const beside = join(this.path, '.writing');
    mkdirSync(dirname(at), { recursive: true });
    this.step();
    const file = openSync(beside, 'w', mode);
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    this.step();
    renameSync(beside, at);
    syncFolder(dirname(at));
    this.step();
  }

  remove(name: string): void {
    this.step();
    rmSync(join(this.path, name), { force: true });
  }

  /** Between any two changes of the disk; tests stop here. */
  protected step(): void {
    // Nothing in daily use.
  }
}

/** Makes a rename last through a power cut. Windows cannot open a folder, and needs no such thing. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
