/**
 * What failed while no page of ours waited for the answer: kept until it was read or went well after all. Popup and
 * options tell it. What a person asked for stays in session memory, since they may be in a private window.
 */
import browser from 'webextension-polyfill';
import {
  storedTroubles,
  TROUBLES_KEY,
  type AskedTask,
  type OwnTask,
  type Troubles,
  type TroubleTask,
} from '../../lib/troubles';
import { today } from './today';

const AREAS = ['local', 'session'] as const;
type Area = (typeof AREAS)[number];

/** Tasks of which nothing is kept, as far as this worker knows: spares a look with each success. */
const clean = new Set<TroubleTask>();
let writing: Promise<unknown> = Promise.resolve();

/** Changes one after the other: none overwrites another. */
function change(area: Area, step: (before: Troubles) => Troubles): Promise<void> {
  const done = writing.then(async () =>
    browser.storage[area].set({ [TROUBLES_KEY]: step(await troublesIn(area)) }),
  );
  writing = done.catch(() => undefined);
  return done;
}

async function troublesIn(area: Area): Promise<Troubles> {
  return storedTroubles((await browser.storage[area].get(TROUBLES_KEY))[TROUBLES_KEY]);
}

async function keep(task: TroubleTask, area: Area, error: unknown): Promise<void> {
  console.error(task, error);
  clean.delete(task);
  const add = (before: Troubles) => ({ ...before, [task]: today() });
  // A full disk or a full memory is a trouble too: then the other has to do.
  await change(area, add).catch(() => change(area === 'local' ? 'session' : 'local', add));
}

/** Nothing is kept of a task any more: it was read, or went well. */
export async function forgetTrouble(task: TroubleTask): Promise<void> {
  if (clean.has(task)) return;
  clean.add(task);
  for (const area of AREAS) {
    if ((await troublesIn(area))[task] !== undefined)
      await change(area, (before) => ({ ...before, [task]: undefined }));
  }
}

/** Everything that is kept. */
export async function keptTroubles(): Promise<Troubles> {
  const [local, session] = await Promise.all(AREAS.map(troublesIn));
  return { ...local, ...session };
}

const quietly = (job: Promise<unknown>) =>
  void job.catch((error: unknown) => console.error('troubles', error));

/** Notes how something went that nobody waits for. */
export function noted(task: OwnTask, job: Promise<unknown>): void {
  quietly(
    job.then(
      () => forgetTrouble(task),
      (error: unknown) => keep(task, 'local', error),
    ),
  );
}

/** What failed and has been replaced by something lesser. */
export function noteTrouble(task: OwnTask, error: unknown): void {
  quietly(keep(task, 'local', error));
}

/**
 * Answers a person who began something outside of our pages: where it fails, `say` opens a page of ours, which tells it.
 */
export function answered(task: AskedTask, job: Promise<unknown>, say: () => Promise<void>): void {
  quietly(
    job.then(
      () => forgetTrouble(task),
      async (error: unknown) => {
        await keep(task, 'session', error).finally(say);
      },
    ),
  );
}
