import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analysis/analyse';
import { UNKNOWN } from '../../lib/lists/standing';
import { worthALook } from '../../lib/page/cheap-look';
import { readRows, sentencesOf, trainingRows, type Row } from '../../scripts/train/corpus';
import { pack } from '../unit/phrasing/pack';

const shareSeen = (texts: readonly string[]) => texts.filter(worthALook).length / texts.length;
const scamsOf = (rows: readonly Row[]) =>
  rows.filter(({ label }) => label === 'scam').map(({ text }) => text);

/** Texts of hands that the list of words was not made from. */
const unseen = [
  'messages-dev.jsonl',
  ...readdirSync(join(import.meta.dirname, 'written'))
    .filter((name) => name.startsWith('held-'))
    .map((name) => `written/${name}`),
].flatMap(readRows);

/** A sentence that is warned of where it stands alone, as in chats. */
const isWarnedOf = (sentence: string) =>
  /^(caution|danger)$/.test(
    analyse({ text: sentence }, { pack, now: '2026-01-01', standing: () => UNKNOWN }).level,
  );

describe('the cheap look in the page', () => {
  it.each([
    ['messages that it was made from', trainingRows()],
    ['messages of other hands', unseen],
  ])('lets the scams of %s through', (_name, rows) => {
    expect(shareSeen(scamsOf(rows))).toBeGreaterThanOrEqual(0.995);
  });

  it('lets single sentences of other hands through that are warned of', () => {
    const warnedOf = scamsOf(unseen).flatMap(sentencesOf).filter(isWarnedOf);
    expect(warnedOf.length).toBeGreaterThan(500);
    expect(shareSeen(warnedOf)).toBeGreaterThanOrEqual(0.98);
  });

  it('spares the background ordinary sentences of other hands', () => {
    const ordinary = unseen
      .filter(({ label }) => label === 'benign')
      .flatMap(({ text }) => sentencesOf(text));
    expect(shareSeen(ordinary)).toBeLessThan(0.75);
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
    'c.ô.n.g a.n đ.â.y',
    'tiền💰 đâu rồi bạn',
    'сhuуеn khоаn giúp mình nha',
    'gọi số 🄌❾❶❷ nhé',
    '🅲🅷🆄🆈🅴🅽 nhanh nha bạn',
  ])('sees %s however it is written', (text) => {
    expect(worthALook(text)).toBe(true);
  });
});
