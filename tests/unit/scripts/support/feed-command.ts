/** `npm run feed` as a person calls it. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run, type Run } from '../../../../scripts/feed/run';

const SCRIPT = fileURLToPath(new URL('../../../../scripts/feed.ts', import.meta.url));

/** What `add` is told of a number. */
export const ENTRY = '--category police --publisher P --url https://a.vn/ --vi Vi --en En'.split(' ');

/** What Node is started with. */
export const FEED = ['--import', 'tsx', SCRIPT] as const;

/** All that the calls of a test file printed. */
export const printed: string[] = [];

/** Runs a command to its end, in this process: a Node of its own takes a second to start. */
export async function feed(...args: string[]): Promise<Run> {
  const done = await run(args);
  printed.push(done.out, done.err);
  return done;
}

/** The same in a process of its own. */
export function feedProcess(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...FEED, ...args], (error, out, err) => {
      printed.push(out, err);
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

/** The value that a command prints with --json. */
export async function json(...args: string[]): Promise<unknown> {
  return JSON.parse((await feed(...args, '--json')).out);
}
