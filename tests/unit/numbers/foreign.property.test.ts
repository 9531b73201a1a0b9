/** The cheap look before libphonenumber is asked changes no answer: its metadata may change with a new version. */
import fc from 'fast-check';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { expect, it, vi } from 'vitest';
import { proveForeign } from '../../../lib/numbers/foreign';

// Nothing here is timed: a busy machine may take long.
vi.setConfig({ testTimeout: 60_000 });

const codes = [
  ...new Set(getCountries().map((country) => getCountryCallingCode(country))),
  '800',
  '870',
  '979',
  '999',
];
const figure = fc.constantFrom(...Array.from('00123456789'));
const number = fc
  .tuple(fc.constantFrom(...codes), fc.string({ unit: figure, minLength: 3, maxLength: 14 }))
  .map(([code, digits]) => `+${code}${digits}`);

it('says of every number what libphonenumber says', () => {
  fc.assert(
    fc.property(number, (text) => {
      const parsed = parsePhoneNumberFromString(text);
      const home = parsed?.countryCallingCode === '84';
      const possible = parsed?.isPossible() === true ? 'possible' : 'none';
      const slow = parsed?.isValid() === true ? 'valid' : possible;
      expect(proveForeign(text)).toBe(home ? 'none' : slow);
    }),
    { numRuns: 5000 },
  );
});
