import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, effectiveSettings, SettingsFile, validFields } from '../../../lib/settings/schema';

describe('settings in force', () => {
  test('the policy goes before the person, the person before the defaults', () => {
    const stored = { language: 'en', badge: false };
    const managed = { owner: 'Sở KH&CN', settings: { badge: true, sensitivity: 'watchful' } };
    expect(effectiveSettings(stored, managed)).toEqual({
      settings: { ...DEFAULTS, language: 'en', badge: true, sensitivity: 'watchful' },
      locked: expect.arrayContaining(['badge', 'sensitivity']) as string[],
      owner: 'Sở KH&CN',
    });
    expect(effectiveSettings(undefined, undefined)).toEqual({ settings: DEFAULTS, locked: [], owner: '' });
  });

  test('one bad value does not lose the others, and a policy cannot lock by a bad value', () => {
    expect(validFields({ language: 'fr', badge: false, more: 1 })).toEqual({ badge: false });
    expect(effectiveSettings({}, { settings: { sensitivity: 'deaf' } }).locked).toEqual([]);
  });

  test('whatever is stored or managed, all settings are there and valid', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (stored, managed) => {
        const { settings } = effectiveSettings(stored, managed);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULTS).sort());
        expect(validFields(settings)).toEqual(settings);
      }),
    );
  });
});

test('a file of settings is read whole or refused', () => {
  const file = (settings: unknown) =>
    v.safeParse(SettingsFile, { format: 'canh-giac-settings', version: 1, settings }).success;
  expect(file({ language: 'en', sitesOff: ['mail.google.com'] })).toBe(true);
  expect(file({})).toBe(true);
  expect(file({ language: 'fr' })).toBe(false);
  expect(file({ sitesOff: ['https://mail.google.com/'] })).toBe(false);
  expect(file({ feeds: [] })).toBe(false);
});
