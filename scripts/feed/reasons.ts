/**
 * Why numbers change in the draft, as --why, --source and --who say it: a line of `draft/reasons.jsonl` for each command.
 * The file of a proposal tells it to who signs next. With the publication of the numbers it goes into the history; no
 * browser gets it.
 */
import * as v from 'valibot';
import { toldBy } from '../../lib/admin/publish/told';
import type { Reason } from '../../lib/admin/reported/change';
import { textOf, utf8 } from '../../lib/lists/feed/bytes';
import type { Values } from './call';
import type { Changes } from './disk';
import type { FeedFolder } from './folder';

const REASONS = 'draft/reasons.jsonl';

/** Of longer lists it is only kept how many they are. */
const MOST_NUMBERS = 10_000;

export const LoggedReason = v.object({
  who: v.string(),
  at: v.string(),
  why: v.string(),
  source: v.string(),
  /** They are of the compact set. */
  compact: v.boolean(),
  numbers: v.array(v.string()),
  /** How many they are, where they are too many to be named. */
  many: v.optional(v.number()),
});

/** Why numbers change. */
export interface Logged extends Reason {
  readonly compact: boolean;
  readonly numbers: readonly string[];
  readonly many?: number | undefined;
}

/** What a call says of why it changes something. */
type Said = Pick<Values, 'who' | 'why' | 'source'>;

/** What a call says of its change; undefined where it says nothing. */
function reasonIn({ who = '', why = '', source = '' }: Said): Reason | undefined {
  return who + why + source === '' ? undefined : { who, at: new Date().toISOString(), why, source };
}

/** Why numbers of the draft change, the oldest first. */
export function readReasons(folder: FeedFolder): Logged[] {
  if (!folder.has(REASONS)) return [];
  const lines = textOf(folder.disk.read(REASONS)).split('\n');
  return lines.flatMap((line, at) => {
    if (line === '') return [];
    try {
      return [v.parse(LoggedReason, JSON.parse(line))];
    } catch (error) {
      const place = `${folder.path}/${REASONS}:${String(at + 1)}`;
      throw new Error(`${place} is damaged: mend the line, or take it out.`, { cause: error });
    }
  });
}

/** The file of the reasons; none where nothing is left of them. */
export function reasonsFile(folder: FeedFolder, reasons: readonly Logged[]): Changes {
  const text = reasons.map((reason) => `${JSON.stringify(reason)}\n`).join('');
  return new Map(text !== '' || folder.has(REASONS) ? [[REASONS, text === '' ? undefined : utf8(text)]] : []);
}

/** The file of the reasons with what a call says of the numbers that it changes. */
export function withReason(
  folder: FeedFolder,
  values: Said,
  numbers: readonly string[],
  compact = false,
): Changes {
  const reason = reasonIn(values);
  if (!reason || numbers.length === 0) return new Map();
  const named = numbers.length > MOST_NUMBERS ? { numbers: [], many: numbers.length } : { numbers };
  return reasonsFile(folder, [...readReasons(folder), { ...reason, compact, ...named }]);
}

/** Why printed numbers of the draft change, for the file of its proposal; of numbers that are not named nothing is told. */
export function toldOfDraft(folder: FeedFolder): object | undefined {
  const named = readReasons(folder).filter(({ compact }) => !compact);
  const reasons = named.flatMap(({ numbers, who, at, why, source }) =>
    numbers.map((number) => ({ number, who, at, why, source })),
  );
  return reasons.length === 0 ? undefined : toldBy({ reasons });
}
