/**
 * Writing that a crash cannot spoil: a reader meets the old file or the new one, never half of one, and of changes that
 * belong together either none is made or, by the next command at the latest, all are.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

/** Files by name, in the order in which they change; undefined takes one away. */
export type Changes = ReadonlyMap<string, Uint8Array | undefined>;

const PENDING = '.pending';
const LIST = `${PENDING}/list.json`;
/** `was`: the hash of what stood there, that nobody's work since then is written over. */
const List = v.array(v.object({ name: v.string(), was: v.string(), gone: v.boolean() }));

function hashOf(bytes: Uint8Array | undefined): string {
  return bytes ? createHash('sha256').update(bytes).digest('hex') : 'none';
}

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
    writeWhole(beside, bytes, mode);
    this.step();
    renameSync(beside, at);
    syncFolder(dirname(at));
    this.step();
  }

  remove(name: string): void {
    this.step();
    rmSync(join(this.path, name), { force: true });
  }

  /** Makes changes that belong together, in their order: once their list is written, finish() ends what a crash left. */
  commit(changes: Changes): void {
    this.finish();
    const hashed = [...changes].map(([name, bytes]) => ({
      name,
      bytes,
      was: hashOf(this.readIfThere(name)),
    }));
    const real = hashed.filter(({ bytes, was }) => was !== hashOf(bytes));
    if (real.length === 0) return;
    mkdirSync(join(this.path, PENDING), { recursive: true });
    for (const [at, { bytes }] of real.entries()) {
      this.step();
      if (bytes) writeWhole(join(this.path, PENDING, String(at)), bytes, 0o644);
    }
    const list = real.map(({ name, was, bytes }) => ({ name, was, gone: bytes === undefined }));
    this.write(LIST, Buffer.from(JSON.stringify(list satisfies v.InferInput<typeof List>)));
    this.finish();
  }

  /** Ends the changes that a crash left half made; gives up what is left of them where somebody else wrote there since. */
  finish(): void {
    const bytes = this.readIfThere(LIST);
    if (bytes) {
      const list = v.parse(List, JSON.parse(Buffer.from(bytes).toString()));
      const left = [...list.entries()].filter(
        ([at, { gone }]) => gone || this.has(`${PENDING}/${String(at)}`),
      );
      const isOurs = ([at, { name, was }]: (typeof left)[number]) =>
        [was, hashOf(this.readIfThere(`${PENDING}/${String(at)}`))].includes(hashOf(this.readIfThere(name)));
      for (const [at, { name, gone }] of left.every(isOurs) ? left : []) {
        if (gone) this.remove(name);
        else this.move(`${PENDING}/${String(at)}`, name);
      }
      this.remove(LIST);
    }
    rmSync(join(this.path, PENDING), { recursive: true, force: true });
  }

  has(name: string): boolean {
    return existsSync(join(this.path, name));
  }

  private move(from: string, to: string): void {
    this.step();
    mkdirSync(dirname(join(this.path, to)), { recursive: true });
    renameSync(join(this.path, from), join(this.path, to));
    syncFolder(dirname(join(this.path, to)));
  }

  private readIfThere(name: string): Uint8Array | undefined {
    return this.has(name) ? this.read(name) : undefined;
  }

  /** Between any two changes of the disk; tests stop here. */
  protected step(): void {
    // Nothing in daily use.
  }
}

function writeWhole(path: string, bytes: Uint8Array, mode: number): void {
  // What a crash left there has the rights that it was made with: a key would get them.
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
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
