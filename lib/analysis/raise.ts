import { isDanger } from '../phrasing/features';
import type { ConceptKind } from '../phrasing/pack-schema';
import type { PhraseMatch } from '../phrasing/find-phrases';
import type { LinkEvidence } from './links/evidence';
import type { SenderEvidence } from './senders/evidence';
import { LEVELS, type Level } from './types';

/** What the words of the sender say, as far as sender and links are weighed beside them. */
export interface Spoken {
  readonly level: Level;
  readonly matches: readonly PhraseMatch[];
  /** Concepts that speak for a text about scams stand in it. */
  readonly notices: boolean;
  /** It speaks about scams rather than to a victim. */
  readonly speaksAbout: boolean;
}

/** What a scammer who shows a false name still has to say. */
const ASKS: readonly ConceptKind[] = ['demand', 'channel', 'bait'];
/** What makes a false address more than a slip of the pen. */
const USES: readonly ConceptKind[] = ['claim', 'demand'];

/** Concepts of the pack that say no more than a link does by being there: «bấm vào đây». */
const LINKS: ReadonlySet<string> = new Set(['demand-link', 'odd-link']);

/**
 * The level that sender and links give a unit beside its words; never lower than `spoken.level`. A protected name from
 * a foreign address is caution, and danger where money, a call or an app is asked for; a false link is caution, and
 * danger beside a claim or a demand. Texts that speak about scams name false addresses too: they stay notices, unless
 * the sender's own address is false.
 */
export function raised(
  spoken: Spoken,
  sender: SenderEvidence | undefined,
  links: readonly LinkEvidence[],
): Level {
  const danger = spoken.matches.filter(isDanger);
  const says = (kinds: readonly ConceptKind[]) => danger.some(({ kind }) => kinds.includes(kind));
  const besideLinks = danger.filter(
    (match) =>
      !LINKS.has(match.concept) &&
      !links.some(({ finding }) => match.start < finding.end && finding.start < match.end),
  );
  const saysBeside = (kinds: readonly ConceptKind[]) => besideLinks.some(({ kind }) => kinds.includes(kind));
  const falseLink = links.some(({ weight }) => weight === 'strong');
  let level = spoken.level;
  if (sender?.weight === 'strong') {
    const quiet = spoken.speaksAbout && !sender.falseAddress;
    const asks = !spoken.speaksAbout && (says(ASKS) || falseLink);
    level = louder(level, asks ? 'danger' : quiet ? 'notice' : 'caution');
  }
  if (falseLink) {
    const uses = saysBeside(USES) && (!spoken.notices || spoken.level === 'caution');
    // Warnings write out the false addresses that they warn of.
    const warns = spoken.speaksAbout || spoken.level === 'notice';
    level = louder(level, warns ? 'notice' : uses ? 'danger' : 'caution');
  }
  const weak =
    (sender !== undefined && danger.length > 0) ||
    (links.some(({ weight }) => weight === 'weak') && besideLinks.length > 0);
  if (weak && !spoken.speaksAbout) level = louder(level, 'caution');
  return level;
}

/** The louder of two levels. */
export function louder(one: Level, other: Level): Level {
  return LEVELS.indexOf(one) >= LEVELS.indexOf(other) ? one : other;
}

/**
 * What is left of a quotation's level: a quotation is not the sender's voice, so danger becomes caution and caution a
 * notice; never none, since '>' could hide a scam.
 */
export function lowered(level: Level): Level {
  return level === 'danger' ? 'caution' : level === 'caution' ? 'notice' : level;
}
