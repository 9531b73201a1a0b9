import { foldNumbers } from '../numbers/find-numbers';
import type { FoundNumber, MaskedNumber } from '../numbers/types';
import type { CompiledPack } from '../phrasing/compile';
import { isDanger, isNotice } from '../phrasing/features';
import { findPhrases, type PhrasesInText } from '../phrasing/find-phrases';
import { linkNumbers } from './link-numbers';
import { placedLinks, type PlacedLink } from './links/placed-links';
import type { DirectoryIndex } from './senders/directory-index';
import { namedOffices, type NamedOffice } from './senders/named-offices';
import type { Unit } from './types';
import { placeInUnit, voiceOf, type Voice } from './voices/voice';
import { textOf, voicesOf } from './voices/voices';
import { windowsOf } from './windows';

export { textOf };

/** Bubbles before these are another matter. */
const MAX_BEFORE = 8;

/** What was read in a unit, before the lists are asked. */
export interface ReadUnit {
  readonly unit: Unit;
  /** The text that all offsets count in: see textOf. */
  readonly text: string;
  /** The numbers to look up, each once. */
  readonly numbers: readonly string[];
  readonly found: readonly FoundNumber[];
  readonly masked: readonly MaskedNumber[];
  /** The phrases of each window of the text that its sender, or another speaker, says; at least one. */
  readonly windows: readonly ReadWindow[];
  /** A bubble without what was said before it, where that is no story about scams; empty where nothing was. */
  readonly alone: readonly ReadWindow[];
  /** The phrases of what a mail quotes or passes on, and of the mail as if nothing were quoted; else empty. */
  readonly quoted: readonly ReadWindow[];
  readonly whole: readonly ReadWindow[];
  readonly links: readonly PlacedLink[];
  /** Offices of the directory that are named and have a last day. */
  readonly named: readonly NamedOffice[];
}

/** The phrases of a window, and where in the text it stands. */
export interface ReadWindow extends PhrasesInText {
  readonly offset: number;
  readonly length: number;
}

/**
 * Reads a unit: parts it by who speaks, folds the text, finds numbers (in links too), phrases, links and, with a
 * directory, offices that are gone. What the reader wrote is left out. Pure; asks no list. Texts over 20,000 UTF-16
 * units are read in windows of that size, ten at most; time is linear in the text. Offsets are UTF-16 units of
 * textOf(unit); words of turns that are not in it stand at [0, 0).
 */
export function readUnit(unit: Unit, pack: CompiledPack, directory?: DirectoryIndex): ReadUnit {
  const text = textOf(unit);
  const found: FoundNumber[] = [];
  const masked: MaskedNumber[] = [];
  const named: NamedOffice[] = [];
  const read = (voice: Voice, again = false) =>
    windowsOf(voice.text).map((window): ReadWindow => {
      const { folded, numbers, masked: hidden } = foldNumbers(window.text);
      const phrases = findPhrases(folded, numbers, pack);
      const placed = placer(voice, window.offset);
      if (!again) {
        found.push(...numbers.map(placed));
        masked.push(...hidden.map(placed));
        if (directory) named.push(...namedOffices(folded, directory).map(placed));
      }
      const { start, end } = extent(voice, window.offset, window.text.length);
      return { ...phrases, matches: phrases.matches.map(placed), offset: start, length: end - start };
    });
  const { voices, quoted } = voicesOf(unit);
  const alone = (voices.length > 0 ? voices : [voiceOf([])]).flatMap((voice) => read(voice));
  const windows = unit.before
    ? carriedOn(alone, () => read(voiceAfter(unit.before ?? [], text), true))
    : alone;
  // What was said before may add to a bubble, and lowers it only where it speaks about scams.
  const isStory = windows.some(({ matches }) => matches.some((match) => match.end <= 0 && isNotice(match)));
  const others = quoted.flatMap((voice) => read(voice));
  const whole = quoted.length > 0 ? read(voiceOf([{ text, start: 0 }]), true) : [];
  const links = placedLinks(unit.links, text).filter(isHeard([...voices, ...quoted]));
  const shown = links.flatMap((link) =>
    link.shown === undefined ? [] : [{ href: link.href, text: link.raw }],
  );
  found.push(...linkNumbers(shown, text, found));
  return {
    unit,
    text,
    numbers: [...new Set(found.map((number) => number.number))],
    found,
    masked,
    windows,
    alone: windows === alone || isStory ? [] : alone,
    quoted: others,
    whole,
    links,
    named,
  };
}

/** Whether a place is in what was heard: the reader's own words hold links too. O(log stretches) a place. */
function isHeard(voices: readonly Voice[]): (place: Place) => boolean {
  const stretches = voices
    .flatMap((voice) => voice.stretches)
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    if (end === 0) return true;
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const before = stretches[low - 1];
    return before !== undefined && start < before.start + before.length;
  };
}

/**
 * A bubble together with those before it, where it says itself something that speaks for a scam: «ok» after a scam is
 * no scam. What it says itself is told at its own place.
 */
function carriedOn(alone: readonly ReadWindow[], together: () => ReadWindow[]): readonly ReadWindow[] {
  const said = new Set(
    alone.flatMap(({ matches }) => matches.filter(isDanger).map(({ concept }) => concept)),
  );
  if (said.size === 0) return alone;
  return together().map((window) => ({
    ...window,
    matches: window.matches.filter((match) => match.end > 0 || !isDanger(match) || !said.has(match.concept)),
  }));
}

/** What was said before, which has no place in the text, and the text. */
function voiceAfter(before: readonly string[], text: string): Voice {
  return voiceOf([
    ...before.slice(-MAX_BEFORE).map((said) => ({ text: said, start: -1 })),
    { text, start: 0 },
  ]);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Puts places of a window of a voice into the unit's text. */
function placer(voice: Voice, offset: number): <T extends Place>(place: T) => T {
  const [only] = voice.stretches;
  if (offset === 0 && voice.stretches.length === 1 && only?.start === 0) return (place) => place;
  return (place) => ({ ...place, ...placeInUnit(voice, place.start + offset, place.end + offset) });
}

/** From where to where in the unit's text a window of a voice reaches. */
function extent(voice: Voice, offset: number, length: number): Place {
  if (length === 0) return { start: 0, end: 0 };
  const { start } = placeInUnit(voice, offset, offset + 1);
  const { end } = placeInUnit(voice, offset + length - 1, offset + length);
  return { start, end: Math.max(start, end) };
}
