/** Which notices people are shown. Pure: today is an argument. */
import { validityOf } from './age';
import type { Directory, Notice } from './schema-directory';

/** The notices that hold today (ISO date): not those to come, not those that are over. */
export function noticesToday({ notices }: Directory, today: string): Notice[] {
  return notices.filter((notice) => validityOf(notice, today) === 'valid');
}
