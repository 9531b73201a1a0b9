import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * How far libphonenumber's full metadata proves a number of another country: of an assigned range, only of a possible
 * length, or none. Slow on its first call (it unfolds the metadata), so callers ask only for what nothing else explains.
 * @param number + and digits
 */
export function proveForeign(number: string): 'valid' | 'possible' | 'none' {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined || parsed.countryCallingCode === '84') return 'none';
  if (parsed.isValid()) return 'valid';
  return parsed.isPossible() ? 'possible' : 'none';
}
