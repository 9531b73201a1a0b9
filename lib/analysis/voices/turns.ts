import { fold } from '../../text/fold';
import type { Turn } from '../types';
import type { Part } from './voice';

/** Who the caller says the reader is: `from` of turns is a role or a name, and these words are the reader's. */
const SELF = new Set(
  'me self user you i myself own outgoing sent victim toi ban minh nguoi_dung nan_nhan'.split(' '),
);
SELF.add('nguoi dung');
SELF.add('nan nhan');

/** Speakers beyond these are heard as one. */
const MAX_SPEAKERS = 20;
/** After so many turns that the text does not hold, it is not searched any more: the work stays linear. */
const MAX_MISSING = 50;
/** What stands before a turn in the text is its label up to this length; anything longer is the sender speaking. */
const MAX_LABEL = 60;

export interface Speaker {
  readonly own: boolean;
  readonly parts: readonly Part[];
}

/** Whether a turn is the reader's own. */
export function isOwn(from: string): boolean {
  return SELF.has(fold(from.slice(0, 100)).text.trim());
}

/** The text that offsets count in where a unit has turns and no text of its own: the turns, a line each. */
export function joinedTurns(turns: readonly Turn[]): string {
  return turns.map((turn) => turn.text).join('\n');
}

/**
 * The speakers of a conversation, each with all it said. Turns are looked for in `text` in their order; a turn that is
 * not in it is heard as what was said before, and has no place. Words of `text` that are no turn are the sender's.
 * @param sender the name of the unit's sender, whose words they are
 */
export function speakersOf(turns: readonly Turn[], text: string, sender: string | undefined): Speaker[] {
  const speakers = new Map<string, { own: boolean; parts: Part[] }>();
  const of = (from: string) => {
    const own = isOwn(from);
    const name = own ? '\0own' : fold(from.slice(0, 300)).text.trim();
    const known = speakers.get(name);
    if (known) return known;
    if (speakers.size >= MAX_SPEAKERS)
      return [...speakers.values()].findLast((one) => !one.own) ?? speakers.values().next().value;
    const speaker = { own, parts: [] };
    speakers.set(name, speaker);
    return speaker;
  };
  const rest: Part[] = [];
  let at = 0;
  let missing = 0;
  for (const turn of turns) {
    const words = turn.text.trim();
    if (words === '') continue;
    const found = missing < MAX_MISSING ? text.indexOf(words, at) : -1;
    const speaker = of(turn.from);
    if (found < 0) {
      missing++;
      speaker?.parts.push({ text: words, start: -1 });
      continue;
    }
    const between = text.slice(at, found);
    if (between.trim().length > MAX_LABEL) rest.push({ text: between, start: at });
    else if (between.trim() !== '') speaker?.parts.push({ text: between, start: at });
    speaker?.parts.push({ text: words, start: found });
    at = found + words.length;
  }
  if (text.slice(at).trim() !== '') rest.push({ text: text.slice(at), start: at });
  if (rest.length > 0) {
    const others = [...speakers.values()].filter(({ own }) => !own);
    const named = sender === undefined ? undefined : speakers.get(fold(sender.slice(0, 300)).text.trim());
    (named ?? (others.length === 1 ? others[0] : of('\0sender')))?.parts.push(...rest);
  }
  return [...speakers.values()];
}
