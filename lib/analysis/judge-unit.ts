import type { Standing } from '../lists/standing';
import type { CompiledPack } from '../phrasing/compile';
import { isDanger } from '../phrasing/features';
import { isLouder, judgePhrases, speaksAbout, type Judged } from '../phrasing/judge-phrases';
import { numberEvidence, type NumberWeight } from './number-evidence';
import { linkEvidence } from './links/evidence';
import { chooseReasons, phraseReasons, shownPlaces, withGoneOffices } from './phrase-reasons';
import { louder, lowered, raised } from './raise';
import type { ReadUnit, ReadWindow } from './read-unit';
import type { DirectoryIndex } from './senders/directory-index';
import { senderEvidence } from './senders/evidence';
import { goneReasons } from './senders/named-offices';
import { LEVELS, type Finding, type Level, type Reason, type Verdict } from './types';

/** What a verdict needs beside the text. */
export interface Context {
  readonly pack: CompiledPack;
  /** What the lists say of a number (E.164, or bare digits of a short code). */
  readonly standing: (number: string) => Standing;
  /** Today, as an ISO date: decides which reports are too old to raise anything. */
  readonly now: string;
  /** The directory: protected names and official addresses. Without it senders and links are hardly judged. */
  readonly directory?: DirectoryIndex | undefined;
}

/**
 * The verdict of a unit that was read. Each window is judged alone and the loudest speaks for the unit, a quotation one
 * level lower; numbers, sender and links then raise the level, never lower it. Reasons come one a concept, at its first
 * place, the weightiest of each kind first, and at most MAX_REASONS; at level none a reason is only a note (an old
 * report). The words of all concepts that speak for the level are findings. Offsets as in readUnit. Linear in what was
 * read.
 */
export function judgeUnit(read: ReadUnit, context: Context): Verdict {
  const { pack, directory, now } = context;
  const own = loudest([...read.windows, ...read.alone], pack);
  const judged = withQuotation(own, read, pack);
  const numbers = numberEvidence(read.found, context.standing, now);
  const sender = senderEvidence(read.unit.sender, context);
  const links = directory ? linkEvidence(read.links, directory.official, pack.oddEndings) : [];
  const level = louder(
    louder(judged.level, raisedByNumbers(own, numbers.weight)),
    raised(spokenBy(own), sender, links),
  );
  const telling: Reason[] = [
    ...(sender?.weight === 'strong' ? sender.reasons : []),
    ...links.filter(({ weight }) => weight === 'strong').map(({ reason }) => reason),
    ...numbers.reasons,
    ...(sender?.weight === 'weak' ? sender.reasons : []),
    ...links.filter(({ weight }) => weight !== 'strong').map(({ reason }) => reason),
  ];
  const phrases = phraseReasons(judged.matches, level, context);
  return {
    level,
    score: Math.round(judged.voices.scam * 1000) / 1000,
    // At level none nothing is held against anybody: only an old report is told.
    reasons: chooseReasons(
      withGoneOffices(phrases, goneReasons(read.named, now), level),
      level === 'none' ? numbers.reasons : telling,
    ),
    findings: findingsOf(read, level, context, [
      ...links.map(({ finding }) => finding),
      ...(level === 'none' ? [] : (sender?.findings ?? [])),
    ]),
  };
}

/** The sender's own voice, or what it quotes where that is louder even one level lower. */
function withQuotation(own: Judged, { quoted, whole }: ReadUnit, pack: CompiledPack): Judged {
  if (quoted.length === 0) return own;
  const others = loudest(quoted, pack);
  // As if nothing were a quotation: what its marks can change is one level.
  const together = loudest(whole, pack);
  if (speaksAbout(own) && LEVELS.indexOf(together.level) <= LEVELS.indexOf('notice'))
    return { ...own, level: louder(own.level, together.level) };
  // A doubtful quotation counts where the whole is doubtful too: short pieces of talk are easily misjudged.
  const sure = others.level === 'danger' || together.level !== 'none';
  const loud = sure && !isLouder(together, others) ? others : together;
  const level = lowered(loud.level);
  return LEVELS.indexOf(level) > LEVELS.indexOf(own.level) ? { ...loud, level } : own;
}

function spokenBy(judged: Judged) {
  const { level, matches, features } = judged;
  return { level, matches, notices: features.noticeKinds > 0, speaksAbout: speaksAbout(judged) };
}

/** The loudest window of a unit. */
function loudest(windows: readonly ReadWindow[], pack: CompiledPack): Judged {
  const [first, ...others] = windows.map((window) => judgePhrases(window, pack));
  if (!first) throw new RangeError('a unit has at least one window');
  return others.reduce((best, one) => (isLouder(one, best) ? one : best), first);
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

function findingsOf(read: ReadUnit, level: Level, context: Context, beside: readonly Finding[]): Finding[] {
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
  for (const { concept, start, end } of [...read.windows, ...read.quoted].flatMap((phrases) =>
    shownPlaces(phrases.matches, level),
  ))
    findings.push({ kind: 'phrase', concept, raw: text.slice(start, end), start, end });
  // What was said in turns that the text does not hold has no place to show.
  const placed = [...findings, ...beside].filter(
    (finding) => finding.kind === 'sender' || finding.kind === 'link' || finding.start < finding.end,
  );
  return placed.sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf(finding: Finding): number {
  return finding.kind === 'sender' ? Infinity : finding.start;
}
