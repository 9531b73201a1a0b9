import { fold } from '../../lib/text/fold';
import type { Situation } from './situation';
import { HELD_SITUATIONS } from './situations-held';
import { TRAIN_SITUATIONS } from './situations-train';
import { fillSlot } from './slots';
import { spell, STYLES } from './spelling';
import { choose, pick, seeded } from './spin';

/** A message in the form of the corpus. */
export interface GeneratedMessage {
  readonly id: string;
  readonly label: 'benign';
  readonly channel: string;
  readonly style: string;
  readonly theme: string;
  readonly text: string;
  readonly phones: readonly { readonly raw: string; readonly e164: string }[];
  readonly not_phones: readonly string[];
  readonly writer: 'g1' | 'g2';
}

const FORMAL: ReadonlySet<string> = new Set(['sms', 'email', 'letter', 'news', 'notice']);

/** So many tries in a row without a new text mean that the situations are used up. */
const PATIENCE = 10_000;

/**
 * Generated ordinary messages, no text twice (folded), situations in turn; the same arguments give the same messages.
 * @param part 'train' and 'held' share no situation
 * @throws RangeError when the situations have fewer texts than asked for
 */
export function generateOrdinary(part: 'train' | 'held', count: number, seed: number): GeneratedMessage[] {
  const situations = part === 'train' ? TRAIN_SITUATIONS : HELD_SITUATIONS;
  const writer = part === 'train' ? 'g1' : 'g2';
  const random = seeded(seed);
  const seen = new Set<string>();
  const messages: GeneratedMessage[] = [];
  let misses = 0;
  for (let turn = 0; messages.length < count; turn++) {
    const situation = situations[turn % situations.length];
    if (!situation) throw new RangeError('no situations');
    const made = write(situation, random);
    const key = fold(made.text).text;
    if (seen.has(key)) {
      if (++misses > PATIENCE) throw new RangeError(`only ${messages.length} different texts`);
      continue;
    }
    misses = 0;
    seen.add(key);
    messages.push({ id: `${writer}-${messages.length + 1}`, label: 'benign', ...made, writer });
  }
  return messages;
}

function write([theme, channel, pattern]: Situation, random: () => number) {
  const phones: { raw: string; e164: string }[] = [];
  const figures: string[] = [];
  const filled = choose(pattern, random).replace(/\{(\w+)\}/g, (_, slot: string) => {
    const { text, kind } = fillSlot(slot, random);
    if (kind === 'phone') phones.push({ raw: text, e164: `+84${text.replace(/\D/g, '').slice(1)}` });
    if (kind === 'figure') figures.push(text);
    return text;
  });
  const tidy = filled
    .replaceAll('\\n', '\n')
    .replace(/ +([.,?!])/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  const style = pick(STYLES[spellingOf(theme, channel, pattern)], random);
  const text = spell(tidy, style);
  // Where no word has another spelling, the text is plain.
  return {
    channel,
    style: text === tidy && style === 'teencode' ? 'plain' : style,
    theme,
    text,
    phones,
    not_phones: figures,
  };
}

/** Which spellings a situation is met in: offices do not write as the young do, SMS of companies have no marks. */
function spellingOf(theme: string, channel: string, pattern: string): keyof typeof STYLES {
  if (theme.endsWith('-english')) return 'english';
  if (/^\p{ASCII}*$/u.test(pattern)) return 'bare';
  return FORMAL.has(channel) ? 'formal' : 'casual';
}
