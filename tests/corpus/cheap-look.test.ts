import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { worthALook } from '../../lib/page/cheap-look';

interface Item {
  readonly label: string;
  readonly text: string;
}

const read = (name: string): Item[] =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Item);

describe('the cheap look in the page', () => {
  it.each([
    ['messages-train.jsonl', 0.995],
    ['messages-dev.jsonl', 0.995],
    // Short, quiet, a fifth of them English.
    ...['u14', 'held-u15', 'u16', 'u17', 'u18', 'u19', 'u21', 'u22', 'held-u23', 'u24', 'u32'].map(
      (name) => [`written/${name}.jsonl`, 0.93] as const,
    ),
  ] as const)('lets the scams of %s through', (name, least) => {
    const scams = read(name).filter(({ label }) => label === 'scam');
    const seen = scams.filter(({ text }) => worthALook(text));
    expect(seen.length / scams.length).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['a button', 'Trả lời'],
    ['a menu of another language', 'Settings, privacy and terms of this service'],
    ['a short greeting', 'ok nha'],
    ['a time', '8h tối mai'],
    ['nothing', ''],
  ])('spares the background %s', (_name, text) => {
    expect(worthALook(text)).toBe(false);
  });

  it.each([
    'gọi 113 ngay',
    'CHUYỂN KHOẢN giúp mình',
    'chuyê\u0309n tiê\u0300n',
    'ｃｈｕｙｅｎ ｔｉｅｎ gấp',
    'đọc mã OTP',
    'số ٠٩١٢ nhé bạn',
    'không chín một hai ba bốn nha',
    'tiền💰 đâu rồi bạn',
    'сhuуеn khоаn giúp mình nha',
    'gọi số 🄌❾❶❷ nhé',
    '🅲🅷🆄🆈🅴🅽 nhanh nha bạn',
  ])('sees %s however it is written', (text) => {
    expect(worthALook(text)).toBe(true);
  });
});
