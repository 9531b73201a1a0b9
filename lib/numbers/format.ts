import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A number as people write it in Vietnam: '0292 3899588', '0912 345 678', '1900 545 413', '113'; foreign ones in
 * international form. Pure; the first call unfolds libphonenumber's metadata, which takes a while.
 * @param number E.164, or bare digits for short codes and 1800/1900; anything else comes back as it is
 */
export function formatNumber(number: string): string {
  if (/^1[89]00\d{4,6}$/.test(number)) return groups(number, number.length === 10 ? [4, 3, 3] : [4, 4]);
  if (!/^\+\d+$/.test(number)) return number;
  const parsed = parsePhoneNumberFromString(number);
  if (!number.startsWith('+84')) return parsed?.formatInternational() ?? number;
  const national = `0${number.slice(3)}`;
  // libphonenumber knows neither 069 with seven digits nor the newer landlines.
  if (national.startsWith('069')) return groups(national, [3, 3, 4]);
  if (/^02[48]\d{8}$/.test(national)) return groups(national, [3, 4, 4]);
  if (/^02\d{9}$/.test(national)) return groups(national, [4, 7]);
  if (/^0\d{9}$/.test(national)) return groups(national, [4, 3, 3]);
  return parsed?.formatNational() ?? national;
}

/** Cuts digits into groups; the last takes the rest. */
function groups(digits: string, lengths: readonly number[]): string {
  const parts: string[] = [];
  let start = 0;
  lengths.forEach((length, index) => {
    const end = index === lengths.length - 1 ? digits.length : start + length;
    parts.push(digits.slice(start, end));
    start = end;
  });
  return parts.filter((part) => part !== '').join(' ');
}
