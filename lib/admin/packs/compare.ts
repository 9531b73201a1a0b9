/** What another phrase pack would say: of one message, and of every message of a corpus. Pure. */
import * as v from 'valibot';
import { analyse } from '../../analysis/analyse';
import { indexDirectory } from '../../analysis/senders/directory-index';
import type { Verdict } from '../../analysis/types';
import type { Directory } from '../../lists/schema-directory';
import { UNKNOWN } from '../../lists/standing';
import { compilePack } from '../../phrasing/compile';
import type { PhrasePack } from '../../phrasing/pack-schema';

export type Judge = (text: string) => Verdict;

/** Judges texts by a pack; numbers have no standing here, since the words are what is compared. `now`: ISO date. */
export function judgeBy(pack: PhrasePack, directory: Directory, now: string): Judge {
  const context = {
    pack: compilePack(pack),
    directory: indexDirectory(directory),
    standing: () => UNKNOWN,
    now,
  };
  return (text) => analyse({ text }, context);
}

const Message = v.object({
  id: v.pipe(v.string(), v.maxLength(60)),
  text: v.pipe(v.string(), v.maxLength(200_000)),
  label: v.optional(v.string()),
});
export type CorpusMessage = v.InferOutput<typeof Message>;

/** The messages of a corpus, one JSON object a line; lines that are none are left out. */
export function readCorpus(text: string): CorpusMessage[] {
  return text.split('\n').flatMap((line) => {
    try {
      const message = v.safeParse(Message, JSON.parse(line));
      return message.success ? [message.output] : [];
    } catch {
      return [];
    }
  });
}

export interface ChangedVerdict {
  readonly message: CorpusMessage;
  readonly before: Verdict['level'];
  readonly after: Verdict['level'];
}

/** Messages of a piece of a corpus whose level another pack changes. */
export function changedVerdicts(
  messages: readonly CorpusMessage[],
  before: Judge,
  after: Judge,
): ChangedVerdict[] {
  return messages.flatMap((message) => {
    const [was, is] = [before(message.text).level, after(message.text).level];
    return was === is ? [] : [{ message, before: was, after: is }];
  });
}
