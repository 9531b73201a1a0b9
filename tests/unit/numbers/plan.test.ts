import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../lib/numbers/format';
import { readPlan } from '../../../lib/numbers/plan';
import { LANDLINE_AREAS, OLD_AREAS, OLD_MOBILES } from '../../../lib/numbers/plan-tables';

const together = (digits: string) => readPlan(digits, { head: digits.length, second: 0, bracketed: false });

describe('the numbering plan', () => {
  it.each([
    ['0912345678', '+84912345678', 'mobile'],
    ['02923899588', '+842923899588', 'landline'],
    ['02499950060', '+842499950060', 'landline'],
    ['02888865154', '+842888865154', 'landline'],
    ['02920811502', '+842920811502', 'landline'],
    ['0692348560', '+84692348560', 'police'],
    ['06921940', '+846921940', 'police'],
    ['19009068', '19009068', 'service'],
    ['1900545413', '1900545413', 'service'],
  ])('%s', (digits, number, type) => {
    expect(together(digits)).toEqual({ number, type, old: false });
  });

  it.each([
    '0512345678',
    '0712345678',
    '0802345678',
    '02953811502',
    '0292381150',
    '029238115022',
    '02921811502',
    '190012',
    '0112345678',
  ])('knows no %s', (digits) => {
    expect(together(digits)).toBeUndefined();
  });

  it('has 63 areas, and 59 old codes that lead to them', () => {
    expect(LANDLINE_AREAS.size).toBe(63);
    expect(OLD_AREAS.size).toBe(59);
    for (const [old, today] of OLD_AREAS) {
      expect(LANDLINE_AREAS.has(today)).toBe(true);
      const digits = old + '3811502'.padEnd(today.length === 3 ? 8 : 7, '2');
      const found = readPlan(digits, { head: old.length, second: 7, bracketed: true });
      expect(found).toMatchObject({ number: `+84${today.slice(1)}${digits.slice(old.length)}`, old: true });
    }
  });

  it('reads every old mobile prefix', () => {
    expect(OLD_MOBILES.size).toBe(21);
    for (const [old, today] of OLD_MOBILES) {
      expect(together(`${old}1234567`)).toEqual({
        number: `+84${today.slice(1)}1234567`,
        type: 'mobile',
        old: true,
      });
    }
  });
});

describe('formatNumber', () => {
  it.each([
    ['+84912345678', '0912 345 678'],
    ['+842923899588', '0292 3899588'],
    ['+842438221234', '024 3822 1234'],
    ['+842499950060', '024 9995 0060'],
    ['+84692348560', '069 234 8560'],
    ['19009068', '1900 9068'],
    ['1900545413', '1900 545 413'],
    ['113', '113'],
    ['+442079460958', '+44 20 7946 0958'],
    ['nonsense', 'nonsense'],
  ])('%s', (number, text) => {
    expect(formatNumber(number)).toBe(text);
  });
});
