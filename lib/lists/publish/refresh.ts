/** Which dates are due. Pure: time is an argument. */
import { readMetadata } from '../feed/metadata';
import { CONTENT_ROLES, type ContentRole, type Published } from './proposal';
import { isSigned } from './sign';

const DAY = 86_400_000;

/** A role is signed anew this many days before it expires. */
export const DUE_DAYS: Readonly<Record<ContentRole, number>> = { targets: 30, snapshot: 14, timestamp: 7 };

/** When a published role expires, in milliseconds since 1970. */
export function expiryOf(role: ContentRole | 'root', published: Published): number {
  return Date.parse(readMetadata(role, published[role]).signed.expires);
}

/**
 * The roles that need a new date, or the signatures of keys that the newest root names. The timestamp always does:
 * whoever asks wants the feed to hold for another week.
 */
export async function dueRoles(published: Published, now: number): Promise<ContentRole[]> {
  const { signed: root } = readMetadata('root', published.root);
  const due: ContentRole[] = [];
  for (const role of CONTENT_ROLES) {
    const soon = expiryOf(role, published) < now + DUE_DAYS[role] * DAY;
    if (role === 'timestamp' || soon || !(await isSigned(root, role, published[role]))) due.push(role);
  }
  return due;
}
