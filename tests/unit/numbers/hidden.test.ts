import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../lib/numbers/find-numbers';
import { fold } from '../../../lib/text/fold';

describe('disguised numbers', () => {
  it.each([
    ['gọi ０９１２３４５６７８', '０９１２３４５６７８', 'other-digits'],
    ['gọi ⓪⑨①②③④⑤⑥⑦⑧ nhé', '⓪⑨①②③④⑤⑥⑦⑧', 'other-digits'],
    ['0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', '0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', 'other-digits'],
    ['số 09\u200b12\u200b345678.', '09\u200b12\u200b345678', 'zero-width'],
    ['zalo O9l2.345.678', 'O9l2.345.678', 'letters-for-digits'],
    ['Zalo o9 1 2 . 3 4 5 . 6 7 8', 'o9 1 2 . 3 4 5 . 6 7 8', 'letters-for-digits'],
    ['zalo 09|2345678', '09|2345678', 'letters-for-digits'],
    ['zalo 0912З45678', '0912З45678', 'letters-for-digits'],
    ['0 9 1 2 3 4 5 6 7 8', '0 9 1 2 3 4 5 6 7 8', 'separators'],
    ['gọi 09/12/34/56/78', '09/12/34/56/78', 'separators'],
    ['0🔸9🔸1🔸2🔸3🔸4🔸5🔸6🔸7🔸8', '0🔸9🔸1🔸2🔸3🔸4🔸5🔸6🔸7🔸8', 'separators'],
    ['gọi \u202e876 543 2190\u202c nhé', '876 543 2190', 'reversed'],
  ])('%s', (text, raw, disguise) => {
    const { numbers } = findNumbers(fold(text));
    expect(numbers).toMatchObject([{ raw, disguise, number: '+84912345678', type: 'mobile' }]);
    expect(text.slice(numbers[0]?.start, numbers[0]?.end)).toBe(raw);
  });

  it.each(['0912345678', '0912 345 678', '0912\u00a0345\u00a0678', '(+84) 912-345-678'])(
    '%s is none',
    (text) => {
      expect(findNumbers(fold(text)).numbers[0]?.disguise).toBeUndefined();
    },
  );
});

describe('B and the Cyrillic З for 8 and 3, between figures', () => {
  it.each([
    ['gọi 09B8123456', '+84988123456'],
    ['gọi 0292 З899588', ''],
    ['gọi 02923B99588', '+842923899588'],
    ['gọi 0292.З.899588 hay 0292 38З9588', '+842923839588'],
    ['gọi 0912 678 67B', ''],
    ['nhà 12B34 đường 30/4, lô 3B1', ''],
  ])('%s', (text, found) => {
    expect(
      findNumbers(fold(text))
        .numbers.map(({ number }) => number)
        .join(' '),
    ).toBe(found);
  });
});

describe('masked numbers', () => {
  it.each([
    ['0912xxx678', '0912xxx678'],
    ['số 0912***678 gọi', '0912***678'],
    ['09xx xxx 678', '09xx xxx 678'],
    ['0912...678 trúng thưởng', '0912...678'],
    ['+8490xxxxxxx', '+8490xxxxxxx'],
    ['tổng đài 1900xxxx', '1900xxxx'],
    ['0912 345 xxx (Zalo)', '0912 345 xxx'],
    ['096.xxx.1234, 098xxxx123', '096.xxx.1234|098xxxx123'],
    ['0912 xxx 678 0987654321', '0912 xxx 678'],
    ['STK 0912xxx678', ''],
    ['thẻ 9704xxxx3381', ''],
    ['0x0 1.000...2.000', ''],
  ])('%s', (text, raws) => {
    const { masked, numbers } = findNumbers(fold(text));
    expect(masked.map((found) => found.raw).join('|')).toBe(raws);
    expect(numbers.every((found) => !/[x*]/.test(found.raw))).toBe(true);
  });
});

describe('forms of before 2017 and 2018', () => {
  it.each([
    ['0710 3811502', true],
    ['01208123456', true],
    ['(08) 3822 1234', true],
    ['0292 3811502', undefined],
    ['0838 221 234', undefined],
  ])('%s', (text, old) => {
    expect(findNumbers(fold(text)).numbers.map((found) => found.old)).toEqual([old]);
  });
});
