import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZip } from '../../../../lib/report/zip/read-zip';

const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

test('caps hold: entries, unpacked bytes, and what is not wanted costs nothing', () => {
  const many = zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`f${i}`, strToU8('x')])));
  expect(codeOf(() => readZip(many, { entries: 10, bytes: 1000 }))).toBe('ERR_REPORT_TOO_LARGE');
  expect(readZip(many, { entries: 11, bytes: 11 }).size).toBe(11);
  const bomb = zipSync({ bomb: new Uint8Array(5_000_000), small: strToU8('x') }, { level: 9 });
  expect(bomb.length).toBeLessThan(10_000);
  expect(codeOf(() => readZip(bomb, { entries: 10, bytes: 1_000_000 }))).toBe('ERR_REPORT_TOO_LARGE');
  expect([...readZip(bomb, { entries: 10, bytes: 1_000_000 }, (name) => name === 'small').keys()]).toEqual([
    'small',
  ]);
});

test('a size that the directory understates is not believed', () => {
  const bomb = zipSync({ bomb: new Uint8Array(5_000_000) }, { level: 9 });
  const view = new DataView(bomb.buffer);
  for (let at = 0; at < bomb.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  expect(codeOf(() => readZip(bomb, { entries: 10, bytes: 1_000_000 }))).toBe('ERR_REPORT_TOO_LARGE');
});

test.each(['../evil', '/etc/passwd', 'a/../../b', 'c:\\x', 'a\\b'])('the name %s is refused', (name) => {
  const zip = zipSync({ [name]: strToU8('x') });
  expect(codeOf(() => readZip(zip, { entries: 10, bytes: 1000 }))).toBe('ERR_REPORT_FORMAT');
});
