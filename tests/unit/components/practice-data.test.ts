import { describe, expect, test } from 'vitest';
import type { Part, PracticeMessage } from '../../../components/practice/types';
import { MAILS } from '../../../entrypoints/practice/messages';
import { CHAT, POSTS } from '../../../entrypoints/practice/posts';
import { PRACTICE_REPORTS } from '../../../entrypoints/practice/reports';

/** Official numbers that practice messages may name: police, the national line, those of the notice. */
const OFFICIAL = ['113', '156', '5656', '02923899588', '02923811502'];

const messages: readonly PracticeMessage[] = [
  ...MAILS,
  ...POSTS.flatMap((post) => [post, ...post.comments]),
  ...CHAT.bubbles,
];
const plain = (part: Part) =>
  typeof part === 'string' ? part : 'strong' in part ? part.strong : 'em' in part ? part.em : part.text;
const textOf = (message: PracticeMessage) => message.body.map((line) => line.map(plain).join('')).join('\n');
const numbersIn = (text: string) =>
  [...text.replace(/O/g, '0').matchAll(/\(?\d[\d\s().]{5,}\d/g)].map(([raw]) => raw.replace(/\D/g, ''));

describe('practice messages', () => {
  test('ids are unique and all three ways of speaking occur', () => {
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
    expect(new Set(messages.map(({ kind }) => kind))).toEqual(new Set(['scam', 'warning', 'ordinary']));
  });

  test.each(messages)('$id names only impossible or official numbers', (message) => {
    for (const number of numbersIn(textOf(message))) {
      // Sums of money such as 120.000 are no numbers to call.
      if (number.length < 8) continue;
      if (!OFFICIAL.includes(number)) expect(number).toMatch(/^02920000\d{3}$/);
    }
  });

  test.each(messages)('$id leads to no real address', (message) => {
    const { address } = message.sender;
    if (address !== undefined) expect(address).toMatch(/\.example$/);
    for (const part of message.body.flat()) {
      if (typeof part === 'object' && 'href' in part)
        expect(new URL(part.href).hostname).toMatch(/\.example$/);
      if (typeof part === 'object' && 'tel' in part) expect(part.tel).toMatch(/^\+84292(0000\d{3}|3899588)$/);
    }
  });

  test('every invented report is marked, impossible, and of a number in the messages', () => {
    const said = messages.flatMap((message) => numbersIn(textOf(message)));
    for (const report of PRACTICE_REPORTS) {
      expect(report.practice).toBe(true);
      expect(report.number).toMatch(/^\+842920000\d{3}$/);
      expect(said).toContain(report.number.replace('+84', '0'));
    }
  });
});
