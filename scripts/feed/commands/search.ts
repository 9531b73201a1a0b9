/** `search`: entries of the draft by a text or a filter; of one number all that is known of it. */
import type { Row } from '../../../lib/admin/reported/table';
import type { PublishedNumbers } from '../../../lib/lists/publish/content';
import { count, type Answer, type Call, type Command } from '../call';
import { chosenRows } from '../choosing';
import { chosenNumbers, rowOf, type CompactRow } from '../choosing-compact';
import { numberIn } from '../editing';
import type { FeedFolder } from '../folder';
import { groundOf } from '../ground';
import { draftNumbers } from '../numbers';
import { oneNumber } from './given';
import { aboutNumber } from './history';
import { officialFor } from './refuse';

/** Rows that are shown for people, and that --json prints. */
const [SHOWN, MOST] = [50, 10_000];

async function compactSet(folder: FeedFolder): Promise<PublishedNumbers> {
  const { live } = await groundOf(folder);
  return (await draftNumbers(folder, live?.targets)) ?? { categories: [], blocks: [] };
}

const STATE = { kept: '', added: ' (new)', changed: ' (changed)', removed: ' (taken out)' } as const;

function rowLine({ number, entry, state }: Row): string {
  const { category, publisher, date, strength, pretends } = entry;
  return `${[number, category, publisher, date, strength].join('  ')}${STATE[state]}: ${pretends.vi}`;
}

/** What was found; of millions no more is held than is shown. */
function found<Item>(items: Iterable<Item>, what: string, lineOf: (item: Item) => string): Answer {
  const rows: Item[] = [];
  let all = 0;
  for (const item of items) {
    all += 1;
    if (all <= MOST) rows.push(item);
  }
  return {
    lines: [
      `${count(all, 'entry', 'entries')} in ${what}.`,
      ...rows.slice(0, SHOWN).map(lineOf),
      ...(all > SHOWN ? [`and ${String(all - SHOWN)} more`] : []),
    ],
    data: { found: all, rows },
  };
}

const compactLine = ({ number, category, first, last, count: reports, status }: CompactRow) =>
  `${number}  ${category}  ${first} to ${last}  ${reports} or more  ${status}`;

/** One number: its entries, whether it is official, what the compact set says, and why it is listed. */
async function lookUp({ folder }: Call, rows: readonly Row[], number: string): Promise<Answer> {
  const set = await compactSet(folder);
  const isOfficial = officialFor(folder, folder.draft()).has(number);
  const about = aboutNumber(folder, number);
  const compact = rowOf(set, number);
  return {
    lines: [
      ...(isOfficial ? [`${number} is an official number of the directory.`] : []),
      ...rows.map(rowLine),
      ...(compact ? [`In the compact set: ${compactLine(compact)}`] : []),
      ...about.lines,
    ],
    data: { ...about.data, found: rows.length, rows, isOfficial, compact },
  };
}

export const search: Command = {
  writes: false,
  async run(call) {
    const { folder, values, rest } = call;
    const text = rest.join(' ');
    const number = text === '' ? undefined : numberIn(text);
    if (values.compact) {
      // There are no words in it: nobody takes a slip of the finger for a number that is listed.
      const numbers = text === '' ? [] : [oneNumber(text)];
      const rows = chosenNumbers(await compactSet(folder), values, numbers);
      return found(rows, "the draft's compact set", compactLine);
    }
    if (number === undefined) return found(chosenRows(folder, values, { text }), 'the draft', rowLine);
    return lookUp(call, chosenRows(folder, values, { numbers: [number] }), number);
  },
};
