import {
  getCountries,
  getCountryCallingCode,
  Metadata,
  parsePhoneNumberFromString,
  type NumberingPlan,
} from 'libphonenumber-js/max';

/** What libphonenumber's metadata says of all numbers of a calling code. */
interface CallingCode {
  /** A bit for each count of national digits that one of its countries has. */
  lengths: number;
  /** What may stand before the national digits, of any of its countries; it is taken off, or changed. */
  readonly prefixes: RegExp[];
}

/** The metadata has it, the types do not. */
type PlanWithPrefix = NumberingPlan & { readonly nationalPrefixForParsing?: () => string | undefined };

/** Digits of the longest calling code. */
const LONGEST_CODE = 3;
let known: ReadonlyMap<string, CallingCode> | undefined;

/**
 * How far libphonenumber's full metadata proves a number of another country: of an assigned range, only of a possible
 * length, or none. Slow on its first call (it unfolds the metadata), so callers ask only for what nothing else explains.
 * @param number + and digits
 */
export function proveForeign(number: string): 'valid' | 'possible' | 'none' {
  if (!mayBePossible(number)) return 'none';
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined || parsed.countryCallingCode === '84') return 'none';
  if (parsed.isValid()) return 'valid';
  return parsed.isPossible() ? 'possible' : 'none';
}

/**
 * False for numbers of a length that no country of their calling code has: a cheap look, for libphonenumber takes longer
 * for one number than all else for a thousand characters. A number that starts like a national prefix may be shorter
 * than it looks, and codes of no country are not judged here.
 */
function mayBePossible(number: string): boolean {
  known ??= callingCodes();
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const code = known.get(number.slice(1, 1 + length));
    if (code === undefined) continue;
    const national = number.slice(1 + length);
    if (((code.lengths >>> national.length) & 1) === 1) return true;
    return code.prefixes.some((prefix) => prefix.test(national));
  }
  return true;
}

function callingCodes(): Map<string, CallingCode> {
  const codes = new Map<string, CallingCode>();
  const metadata = new Metadata();
  for (const country of getCountries()) {
    metadata.selectNumberingPlan(country);
    const plan: PlanWithPrefix | undefined = metadata.numberingPlan;
    if (plan === undefined) continue;
    const calling = getCountryCallingCode(country);
    const code = codes.get(calling) ?? { lengths: 0, prefixes: [] };
    codes.set(calling, code);
    for (const length of plan.possibleLengths()) code.lengths |= 1 << length;
    // Without the method every number is asked for.
    const prefix = plan.nationalPrefixForParsing === undefined ? '' : plan.nationalPrefixForParsing();
    if (prefix !== undefined) code.prefixes.push(new RegExp(`^(?:${prefix})`));
  }
  return codes;
}
