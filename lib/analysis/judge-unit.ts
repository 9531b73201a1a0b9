import type { Standing } from '../lists/standing';
import type { CompiledPack } from '../phrasing/compile';
import { featuresOf, isDanger, isNotice, type Features } from '../phrasing/features';
import type { PhraseMatch, PhrasesInText } from '../phrasing/find-phrases';
import { levelOf, linearJudge, type Voices } from '../phrasing/judge';
import { numberEvidence, type NumberWeight } from './number-evidence';
import type { ReadUnit } from './read-unit';
import { senderEvidence } from './sender';
import { LEVELS, type Finding, type Level, type Reason, type Verdict } from './types';

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
 * and sender then raise the level, never lower it. Reasons come one a concept, at its first place; at level none
 * a reason is only a note (an old report). Offsets as in readUnit. Linear in what was read.
 */
export function judgeUnit(read: ReadUnit, context: Context): Verdict {
  const judged = loudest(read.windows, context.pack);
  const numbers = numberEvidence(read.found, context.standing, context.now);
  const sender = senderEvidence(read.unit.sender, context.pack);
  let level = raisedByNumbers(judged, numbers.weight);
  if (sender && judged.features.dangerKinds > 0 && !speaksAbout(judged)) level = louder(level, 'caution');
  const reasons = [
    ...numbers.reasons,
    ...(sender ? [sender.reason] : []),
    ...phraseReasons(judged.matches, level, context.pack),
  ];
  return {
    level,
    score: Math.round(judged.voices.scam * 1000) / 1000,
    reasons: reasons.sort((a, b) => a.start - b.start || a.end - b.end),
    findings: findingsOf(read, context.standing, sender?.finding),
  };
}

function loudest(windows: readonly PhrasesInText[], pack: CompiledPack): Judged {
  const judge = linearJudge(pack.pack);
  let best: Judged | undefined;
  for (const phrases of windows) {
    const features = featuresOf(phrases);
    const voices = judge.judge(features);
    const level = levelOf(voices, features, pack.pack.judge.thresholds);
    const louder =
      best === undefined ||
      LEVELS.indexOf(level) - LEVELS.indexOf(best.level) ||
      voices.scam - best.voices.scam;
    if (louder === true || (typeof louder === 'number' && louder > 0))
      best = { level, voices, features, matches: phrases.matches };
  }
  if (!best) throw new RangeError('a unit has at least one window');
  return best;
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

/** The concepts that stand for a level, one reason each at its first place. */
function phraseReasons(matches: readonly PhraseMatch[], level: Level, pack: CompiledPack): Reason[] {
  if (level === 'none') return [];
  const stands = level === 'notice' ? isNotice : isDanger;
  const seen = new Set<string>();
  const reasons: Reason[] = [];
  for (const match of matches) {
    if (!stands(match) || seen.has(match.concept)) continue;
    seen.add(match.concept);
    const concept = pack.byId.get(match.concept);
    if (!concept) continue;
    const text = match.negated ? pack.pack.negation.reason : concept.reason;
    reasons.push({ code: match.concept, text, start: match.start, end: match.end });
  }
  return reasons;
}

function findingsOf(read: ReadUnit, standing: Context['standing'], sender: Finding | undefined): Finding[] {
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
      standing: standing(number),
      disguise,
      old,
    });
  for (const { start, end, raw } of read.masked) findings.push({ kind: 'masked', raw, start, end });
  // Patterns of one concept overlap: a place inside an earlier one of the same concept is told once.
  const reach = new Map<string, number>();
  for (const { concept, start, end } of read.windows.flatMap((phrases) => phrases.matches.filter(speaks))) {
    if (end <= (reach.get(concept) ?? -1)) continue;
    reach.set(concept, end);
    findings.push({ kind: 'phrase', concept, raw: text.slice(start, end), start, end });
  }
  findings.sort((a, b) => placeOf(a) - placeOf(b));
  return sender ? [...findings, sender] : findings;
}

function speaks(match: PhraseMatch): boolean {
  return isDanger(match) || isNotice(match);
}

function placeOf(finding: Finding): number {
  return finding.kind === 'sender' ? Infinity : finding.start;
}
