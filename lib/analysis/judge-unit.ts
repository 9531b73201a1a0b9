import type { Standing } from '../lists/standing';
import type { CompiledPack } from '../phrasing/compile';
import { featuresOf, isDanger, type Features } from '../phrasing/features';
import type { PhraseMatch, PhrasesInText } from '../phrasing/find-phrases';
import { levelOf, linearJudge, type Voices } from '../phrasing/judge';
import { numberEvidence, type NumberWeight } from './number-evidence';
import { chooseReasons, phraseReasons, shownPlaces } from './phrase-reasons';
import { piecesOf } from './pieces';
import type { ReadUnit, ReadWindow } from './read-unit';
import { senderEvidence } from './sender';
import { LEVELS, type Finding, type Level, type Verdict } from './types';

/** What a verdict needs beside the text. */
export interface Context {
  readonly pack: CompiledPack;
  /** What the lists say of a number (E.164, or bare digits of a short code). */
  readonly standing: (number: string) => Standing;
  /** Today, as an ISO date: decides which reports are too old to raise anything. */
  readonly now: string;
}

interface Judged {
  readonly level: Level;
  readonly voices: Voices;
  readonly features: Features;
  readonly matches: readonly PhraseMatch[];
}

/**
 * The verdict of a unit that was read. Each window is judged alone and the loudest speaks for the unit; numbers
 * and sender then raise the level, never lower it. Reasons come one a concept, at its first place, the weightiest
 * of each kind first, and at most MAX_REASONS; at level none a reason is only a note (an old report). The words of
 * all concepts that speak for the level are findings. Offsets as in readUnit. Linear in what was read.
 */
export function judgeUnit(read: ReadUnit, context: Context): Verdict {
  const judged = loudest(read.windows, context.pack);
  const numbers = numberEvidence(read.found, context.standing, context.now);
  const sender = senderEvidence(read.unit.sender, context.pack);
  let level = raisedByNumbers(judged, numbers.weight);
  if (sender && judged.features.dangerKinds > 0 && !speaksAbout(judged)) level = louder(level, 'caution');
  // At level none nothing is held against anybody: only an old report is told.
  const beside =
    level === 'none' ? numbers.reasons : [...numbers.reasons, ...(sender ? [sender.reason] : [])];
  return {
    level,
    score: Math.round(judged.voices.scam * 1000) / 1000,
    reasons: chooseReasons(phraseReasons(judged.matches, level, context), beside),
    findings: findingsOf(read, level, context, sender?.finding),
  };
}

/** A piece of a long text counts where it is danger by itself and the whole does not speak about scams. */
function loudest(windows: readonly ReadWindow[], pack: CompiledPack): Judged {
  const judge = linearJudge(pack.pack);
  const judged = (phrases: PhrasesInText): Judged => {
    const features = featuresOf(phrases);
    const voices = judge.judge(features);
    const level = levelOf(voices, features, pack.pack.judge.thresholds);
    return { level, voices, features, matches: phrases.matches };
  };
  let best: Judged | undefined;
  for (const window of windows) {
    const whole = judged(window);
    if (!best || isLouder(whole, best)) best = whole;
    if (whole.level === 'danger' || speaksAbout(whole)) continue;
    for (const phrases of piecesOf(window, window.offset, window.length)) {
      const piece = judged(phrases);
      if (piece.level === 'danger' && isLouder(piece, best)) best = piece;
    }
  }
  if (!best) throw new RangeError('a unit has at least one window');
  return best;
}

function isLouder(one: Judged, other: Judged): boolean {
  return (LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || one.voices.scam - other.voices.scam) > 0;
}

/** Whether a text speaks about scams rather than to a victim: a number in a warning does not make it a scam. */
function speaksAbout(judged: Judged): boolean {
  return judged.features.noticeKinds > 0 && judged.voices.warning >= judged.voices.scam;
}

function raisedByNumbers(judged: Judged, weight: NumberWeight): Level {
  if (weight === 'nothing' || weight === 'note') return judged.level;
  if (speaksAbout(judged)) return louder(judged.level, 'notice');
  const presses = judged.matches.some(
    (match) => isDanger(match) && (match.kind === 'threat' || match.kind === 'demand'),
  );
  if (weight === 'strong') return louder(judged.level, presses ? 'danger' : 'caution');
  return louder(judged.level, presses ? 'caution' : 'notice');
}

function louder(one: Level, other: Level): Level {
  return LEVELS.indexOf(one) >= LEVELS.indexOf(other) ? one : other;
}

function findingsOf(read: ReadUnit, level: Level, context: Context, sender: Finding | undefined): Finding[] {
  const { text } = read;
  const findings: Finding[] = [];
  for (const { start, end, raw, number, type, disguise, old } of read.found)
    findings.push({
      kind: 'phone',
      raw,
      start,
      end,
      number,
      type,
      standing: context.standing(number),
      disguise,
      old,
    });
  for (const { start, end, raw } of read.masked) findings.push({ kind: 'masked', raw, start, end });
  for (const { concept, start, end } of read.windows.flatMap((phrases) =>
    shownPlaces(phrases.matches, level),
  ))
    findings.push({ kind: 'phrase', concept, raw: text.slice(start, end), start, end });
  findings.sort((a, b) => placeOf(a) - placeOf(b));
  return sender ? [...findings, sender] : findings;
}

function placeOf(finding: Finding): number {
  return finding.kind === 'sender' ? Infinity : finding.start;
}
