/** Which feeds must be signed anew soon. Pure: the clock is an argument. */
import { DUE_DAYS } from '../lists/publish/refresh';
import type { ConsoleFeed } from './store-schema';

const DAY = 86_400_000;

/** Days before a role's end at which a reminder is due; a timestamp holds a week and is signed anew in its midst. */
export const REMIND_DAYS = { ...DUE_DAYS, root: 30, timestamp: 3 };

export type RoleDue = keyof typeof REMIND_DAYS;

/** The roles of a feed whose dates run out within their reminder, the soonest first. */
export function rolesDue({ expires }: Pick<ConsoleFeed, 'expires'>, now: number): RoleDue[] {
  const end = (role: RoleDue) => Date.parse(expires[role]);
  return (Object.keys(REMIND_DAYS) as RoleDue[])
    .filter((role) => end(role) - now < REMIND_DAYS[role] * DAY)
    .sort((a, b) => end(a) - end(b));
}

/** How many feeds must be signed anew soon. Those never hosted nor published have no browsers to wait for them. */
export function expiringSoon(feeds: readonly ConsoleFeed[], now: number): number {
  return feeds.filter(
    (feed) =>
      (feed.address !== undefined || feed.destination !== undefined) && rolesDue(feed, now).length > 0,
  ).length;
}
