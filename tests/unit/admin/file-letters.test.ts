import { expect, test } from 'vitest';
import { FileLetters, lettersOf } from '../../../lib/admin/reported/file-letters';

const TEXT = 'số,loại\r\n0292 000 0111,Giả danh công an 𝔸\r\n';

/** As Excel saves "Unicode text": two bytes a letter, with or without the mark in front. */
function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

const KINDS: Readonly<Record<string, Uint8Array>> = {
  'UTF-8': Buffer.from(TEXT),
  'UTF-8 with a mark': Buffer.from(`\ufeff${TEXT}`),
  'UTF-16 LE': utf16(TEXT, 'le'),
  'UTF-16 BE': utf16(TEXT, 'be'),
  'UTF-16 LE without a mark': utf16(TEXT, 'le', false),
  'UTF-16 BE without a mark': utf16(`S${TEXT}`, 'be', false),
};

test.each(Object.entries(KINDS))('%s is read, however it is cut', (name, bytes) => {
  const expected = name === 'UTF-16 BE without a mark' ? `S${TEXT}` : TEXT;
  expect(lettersOf(bytes)).toBe(expected);
  for (const size of [1, 2, 3, 5]) {
    const letters = new FileLetters();
    let text = '';
    for (let at = 0; at < bytes.length; at += size) text += letters.push(bytes.subarray(at, at + size));
    expect(text + letters.end()).toBe(expected);
  }
});

test.each([
  ['a code page', Buffer.from('Giá danh công an', 'latin1')],
  ['a code page behind long plain text', Buffer.from(`${'a,b\n'.repeat(50_000)}Giá`, 'latin1')],
  ['a letter that is cut off', Buffer.from('Giả').subarray(0, -1)],
  ['half a letter of UTF-16', utf16('Giả', 'le').subarray(0, -1)],
])('%s is refused', (_name, bytes) => {
  expect(() => lettersOf(bytes)).toThrow('ERR_FILE_LETTERS');
});

test('nothing, and less than a mark', () => {
  expect(lettersOf(new Uint8Array(0))).toBe('');
  expect(lettersOf(Buffer.from('ab'))).toBe('ab');
});
