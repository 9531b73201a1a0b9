import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * Proves an international number of another country by libphonenumber's full metadata. Slow on its first call (it
 * unfolds the metadata), so callers ask only for what nothing else explains.
 * @param number + and digits
 */
export function isForeignNumber(number: string): boolean {
  const parsed = parsePhoneNumberFromString(number);
  return parsed !== undefined && parsed.countryCallingCode !== '84' && parsed.isValid();
}
