/** One command at a time in a folder: a cron job must not publish in the middle of somebody's signing. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Runs `work` while no other command works in the folder. Refused where one does; the lock of a dead one is taken over. */
export async function locked<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, '.lock');
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const text = readFileSync(file, 'utf8');
      const owner = Number(text);
      // Its maker is between making it and writing who they are.
      const isNew = text === '' && Date.now() - statSync(file).mtimeMs < 10_000;
      if (tries > 0 || isNew || (owner > 0 && isAlive(owner)))
        throw new Error(`Another command works in ${folder} (process ${String(owner)}).`, { cause: error });
      rmSync(file, { force: true });
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
