import type { OfficialContact } from '../lists/standing';

/**
 * The line to call right now: the first of the list that is still in use today. Lines of an office that is gone, such
 * as those printed in the notice of March 2024, are passed over; they stay where the notice is shown.
 */
export function lineInUse<Contact extends OfficialContact>(
  hotlines: readonly Contact[],
  now: string,
): Contact | undefined {
  return hotlines.find(({ validTo }) => validTo === undefined || validTo >= now);
}
