/**
 * Chooses the words of the page's cheap look (lib/page/cheap-words.ts): few of them, one or more in nearly every message
 * of the training texts that is warned of, and as few ordinary sentences with any. Sentences count beside whole messages:
 * chats send them one by one. No randomness: the same input gives the same bytes. Measured on texts of other hands by
 * tests/corpus/cheap-look.test.ts.
 *
 * usage: tsx scripts/train/cheap-words.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { analyse } from '../../lib/analysis/analyse';
import { UNKNOWN } from '../../lib/lists/standing';
import { hashed, isWorth } from '../../lib/page/cheap-look';
import { compilePack } from '../../lib/phrasing/compile';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';
import { sentencesOf, trainingRows } from './corpus';

const FILE = new URL('../../lib/page/cheap-words.ts', import.meta.url);
const PACK = new URL('../../public/feed/phrase-pack.json', import.meta.url);

/** Taken whatever their gain: what new scams ask for will be these too. */
const ALWAYS = 'otp zalo telegram link ck stk tien chuyen khoan'.split(' ');
/** English has few ordinary texts in the corpus: these are in all of them. */
const NEVER = 'and one they his her my our your now only must back the of for is this with'.split(' ');
/** Every watched page loads the list: characters, with the blanks. */
const SIZE = 390;
/** A word costs its length, and so much more for being one. */
const LENGTH_FREE = 10;
/** Of so many words in a message each counts: one may be misspelt, or in none of the list. */
const ENOUGH = 4;
/** What the second to last of them count. */
const MORE = 0.3;
/** What a whole message counts; a sentence of one counts 1. */
const WHOLE = 2;
/** What an ordinary sentence with a first word of the list costs, and one with a further word. */
const COST = 0.25;
const COST_AGAIN = 0.015;
/** Added to the cost: rare words gain little however good they are. */
const SMOOTHING = 3;
/** Words of fewer writers tell of the writer. */
const MIN_WRITERS = 5;

interface Text {
  readonly words: ReadonlySet<string>;
  readonly writer: string;
  readonly weight: number;
  hits: number;
}

interface Word {
  readonly scams: Text[];
  readonly ordinary: Text[];
}

function wordsOf(text: string): Set<string> {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
  return new Set(plain.match(/[a-z]{2,}/g));
}

/** The texts that the list must catch, and those that it should not; none of both that get by without a word of it. */
function texts(): { scams: Text[]; ordinary: Text[] } {
  const pack = compilePack(parsePhrasePack(JSON.parse(readFileSync(PACK, 'utf8'))));
  const context = { pack, now: '2026-01-01', standing: () => UNKNOWN };
  const none = hashed('');
  const [scams, ordinary]: [Text[], Text[]] = [[], []];
  for (const { text, label, writer } of trainingRows()) {
    const parts = sentencesOf(text);
    for (const part of parts.length > 1 ? [text, ...parts] : [text]) {
      if (label === 'warning' || isWorth(part, none)) continue;
      const { level } = analyse({ text: part }, context);
      const list = level === 'none' ? label === 'benign' && ordinary : label === 'scam' && scams;
      if (list && level !== 'notice')
        list.push({ words: wordsOf(part), writer, weight: part === text ? WHOLE : 1, hits: 0 });
    }
  }
  return { scams, ordinary };
}

function choose(): string[] {
  const { scams, ordinary } = texts();
  const words = new Map<string, Word>();
  for (const text of scams)
    for (const word of text.words) {
      if (!words.has(word)) words.set(word, { scams: [], ordinary: [] });
      words.get(word)?.scams.push(text);
    }
  for (const text of ordinary) for (const word of text.words) words.get(word)?.ordinary.push(text);
  for (const [word, { scams: texts }] of words)
    if (new Set(texts.map(({ writer }) => writer)).size < MIN_WRITERS || NEVER.includes(word))
      words.delete(word);

  const chosen: string[] = [];
  const take = (name: string) => {
    chosen.push(name);
    const { scams: caught = [], ordinary: needless = [] } = words.get(name) ?? {};
    for (const text of [...caught, ...needless]) text.hits++;
    words.delete(name);
  };
  ALWAYS.forEach(take);
  while (words.size > 0) {
    const [best] = [...words].reduce((best, one) => (worthOf(...one) > worthOf(...best) ? one : best));
    if ([...chosen, best].join(' ').length > SIZE) break;
    take(best);
  }
  return chosen;
}

/** What a word gains for what it costs, given the words that were taken. */
function worthOf(name: string, { scams, ordinary }: Word): number {
  const gain = scams.reduce(
    (sum, { hits, weight }) => sum + weight * (hits === 0 ? 1 : hits < ENOUGH ? MORE : 0),
    0,
  );
  const cost = ordinary.reduce((sum, { hits }) => sum + (hits === 0 ? COST : COST_AGAIN), SMOOTHING);
  return gain / cost / (name.length + LENGTH_FREE);
}

const lines: string[] = [''];
for (const word of choose()) {
  const line = `${lines.at(-1) ?? ''}${word} `;
  if (line.length > 110) lines.push(`${word} `);
  else lines[lines.length - 1] = line;
}
writeFileSync(
  FILE,
  `/** Folded syllables, see cheap-look.ts. Written by \`npx tsx scripts/train/cheap-words.ts\`; do not edit. */\n` +
    `export const CHEAP_WORDS =\n${lines
      .map((line) => `  '${line}'`)
      .join(' +\n')
      .replace(/ '$/, "'")};\n`,
);
