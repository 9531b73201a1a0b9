import type { CompiledPack } from './compile';
import { featuresOf, isNotice, type Features, type Hearing } from './features';
import type { PhraseMatch, PhrasesInText } from './find-phrases';
import { levelOf, voicesOf, type PhraseLevel, type Voices } from './judge';
import { piecesOf } from './pieces';

/** What the phrasing of a text says. */
export interface Judged {
  readonly level: PhraseLevel;
  readonly voices: Voices;
  readonly features: Features;
  /** The matches that were judged: those of the piece, where a piece of the text was loudest. */
  readonly matches: readonly PhraseMatch[];
}

const LEVELS: readonly PhraseLevel[] = ['none', 'notice', 'caution', 'danger'];

/** From this score on words are taken to speak about scams: below, neither voice is there to compare. */
const ABOUT = 0.15;

/**
 * Judges a text: as a whole, without what stands in quotation marks; then, where that is not danger yet, by its pieces
 * (a scam behind a long harmless preamble) and as if there were no quotation marks. Linear.
 */
export function judgePhrases(phrases: PhrasesInText, pack: CompiledPack): Judged {
  let best = judged(phrases, pack, 'own');
  if (best.level === 'danger') return best;
  const report = firstReport(phrases);
  for (const { phrases: piece, from } of piecesOf(phrases)) {
    // What follows words about scams is a story or a quotation; what stands before them is not lowered by them.
    if (from >= report) break;
    const one = ofPiece(judged(piece, pack, 'own'), pack);
    if (isLoud(one) && isLouder(one, best)) best = one;
  }
  if (best.level === 'danger') return best;
  return withMarks(phrases, pack, best);
}

/** For danger a piece must be surer than a whole text: out of its place much sounds like a scam. */
function ofPiece(piece: Judged, { pack }: CompiledPack): Judged {
  const { danger, piece: sure = danger } = pack.judge.thresholds;
  return piece.level === 'danger' && piece.voices.scam < sure ? { ...piece, level: 'caution' } : piece;
}

function isLoud({ level }: Judged): boolean {
  return level === 'caution' || level === 'danger';
}

/** What stands in quotation marks counts one level lower, and not at all where words about scams stand around it. */
function withMarks(phrases: PhrasesInText, pack: CompiledPack, own: Judged): Judged {
  if (own.features.noticeKinds > 0 || own.voices.warning > ABOUT) return own;
  if (!phrases.segments.some((segment) => segment.wordsInMarks > 0)) return own;
  const all = judged(phrases, pack, 'all');
  const matches = all.matches.map((match) => ({ ...match, inMarks: false }));
  return all.level === 'danger' && isLouder({ ...all, level: 'caution' }, own)
    ? { ...all, matches, level: 'caution' }
    : own;
}

/** Whether one is of a higher level, or the scammer's voice in it is clearer. */
export function isLouder(one: Judged, other: Judged): boolean {
  return (LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || one.voices.scam - other.voices.scam) > 0;
}

/** Whether a text speaks about scams rather than to a victim: a number in a warning does not make it a scam. */
export function speaksAbout({ features, voices }: Judged): boolean {
  return features.noticeKinds > 0 && voices.warning >= Math.max(voices.scam, ABOUT);
}

function judged(phrases: PhrasesInText, pack: CompiledPack, hearing: Hearing): Judged {
  const features = featuresOf(phrases, hearing);
  const voices = voicesOf(features, pack.pack);
  const matches = hearing === 'own' ? phrases.matches.filter((match) => !match.inMarks) : phrases.matches;
  return { level: levelOf(voices, features, pack.pack.judge.thresholds), voices, features, matches };
}

/** The segment of the first words about scams; infinite where there are none. */
function firstReport({ matches }: PhrasesInText): number {
  return matches.find((match) => !match.inMarks && isNotice(match))?.segment ?? Infinity;
}
