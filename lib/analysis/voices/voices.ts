import type { Unit } from '../types';
import { quotationOf, type Lines } from './quotation';
import { joinedTurns, speakersOf } from './turns';
import { voiceOf, type Voice } from './voice';

/** Who speaks in a unit: voices to be judged, and quoted ones. What the reader wrote is in neither. */
export interface Voices {
  readonly voices: readonly Voice[];
  readonly quoted: readonly Voice[];
}

/** With fewer words of the sender's own, a quotation is the message itself: '>' hides nothing. */
const MIN_OWN_WORDS = 3;

/**
 * The text of a unit that offsets count in: `unit.text`; where that is empty and there are turns, the texts of the turns
 * joined by line breaks.
 */
export function textOf(unit: Unit): string {
  if (unit.text !== '' || !unit.turns) return unit.text;
  return joinedTurns(unit.turns);
}

/** Parts a unit by who speaks. Linear in text and turns. */
export function voicesOf(unit: Unit): Voices {
  const text = textOf(unit);
  if (unit.turns && unit.turns.length > 0) {
    const speakers = speakersOf(unit.turns, text, unit.sender?.name);
    return { voices: speakers.filter(({ own }) => !own).map(({ parts }) => voiceOf(parts)), quoted: [] };
  }
  const whole = { voices: [voiceOf([{ text, start: 0 }])], quoted: [] };
  const quotation = quotationOf(text);
  if (!quotation) return whole;
  const join = (lines: readonly Lines[]) =>
    voiceOf(lines.map(({ start, end }) => ({ text: text.slice(start, end), start })));
  const own = join(quotation.own);
  const few = (own.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < MIN_OWN_WORDS;
  if (few && !quotation.forwarded) return whole;
  return { voices: [own], quoted: [join(quotation.quoted)] };
}
