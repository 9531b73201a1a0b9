/** When what is published runs out, as whoever keeps the feed must know it. */
import { REMIND_DAYS } from '../../lib/admin/reminder';
import { FeedError } from '../../lib/lists/feed/feed-error';
import { ROLES, type Role, type Root } from '../../lib/lists/feed/metadata';
import type { Published } from '../../lib/lists/publish/proposal';
import { expiryOf } from '../../lib/lists/publish/refresh';
import { utc } from '../../lib/lists/publish/root';
import { count } from './call';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `due`: it runs out within the days that the console reminds of as well; `expired`: browsers take nothing new. */
export interface RoleDate {
  readonly role: Role;
  readonly expires: string;
  readonly state: 'holds' | 'due' | 'expired';
}

/** The dates of all roles. */
export function datesOf(published: Published, now: number): RoleDate[] {
  return ROLES.map((role) => {
    const end = expiryOf(role, published);
    const state = end <= now ? 'expired' : end - now < REMIND_DAYS[role] * DAY ? 'due' : 'holds';
    return { role, expires: utc(end), state };
  });
}

/** The first day on which browsers take nothing new. */
export function holdsUntil(dates: readonly RoleDate[]): string {
  return dates.map(({ expires }) => expires).reduce((a, b) => (Date.parse(a) <= Date.parse(b) ? a : b));
}

const REMEDY: Readonly<Record<Role, string>> = {
  root: 'Renew it with the root keys: keys DIR --renew.',
  targets: 'Run refresh where their keys are.',
  snapshot: 'Run refresh where its keys are.',
  timestamp: 'Run refresh where its keys are.',
};

/** How long a date still holds: hours on its last day. */
function leftUntil(end: number, now: number): string {
  const hours = Math.floor((end - now) / HOUR);
  if (hours >= 24) return count(Math.floor(hours / 24), 'day');
  return hours > 0 ? count(hours, 'hour') : 'less than an hour';
}

/** A sentence for each date that has come near or is over. */
export function dateWarnings(dates: readonly RoleDate[], now: number): string[] {
  return dates
    .filter(({ state }) => state !== 'holds')
    .map(({ role, expires, state }) => {
      const when =
        state === 'due'
          ? `The date of ${role} runs out on ${expires}, in ${leftUntil(Date.parse(expires), now)}.`
          : `The date of ${role} ran out on ${expires}: browsers take nothing new.`;
      return `${when} ${REMEDY[role]}`;
    });
}

/** What a browser refuses a feed for; of a date that is over also what helps. */
export function withRemedy(error: unknown): unknown {
  if (!(error instanceof FeedError) || error.code !== 'ERR_FEED_EXPIRED') return error;
  const role = ROLES.find((one) => one === error.place);
  if (!role) return error;
  const problem = error.message.replace(`${error.code} at ${role}: `, '');
  return new FeedError(error.code, role, `${problem} Browsers take nothing new. ${REMEDY[role]}`, error);
}

/** Nothing is signed under a root that browsers refuse. */
export class RootOverError extends Error {
  readonly code = 'ERR_ROOT_EXPIRED';
}

/** Holds that browsers take what is signed under a root. Throws RootOverError. */
export function requireRootHolds({ expires }: Root, now: number): void {
  if (Date.parse(expires) > now) return;
  throw new RootOverError(
    `Nothing was signed: the root ran out on ${expires}, and browsers take nothing under it. ${REMEDY.root} Then sign the other dates: refresh DIR.`,
  );
}
