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
  /** Different danger kinds in the text. */
  readonly dangerKinds: number;
  /** Concepts that speak for a text about scams stand in it. */
  readonly notices: boolean;
  /** It speaks about scams rather than to a victim. */
  readonly speaksAbout: boolean;
}

/** What a scammer who shows a false name still has to say. */
const ASKS: readonly ConceptKind[] = ['demand', 'channel', 'bait'];
/** What makes a false address more than a slip of the pen. */
const USES: readonly ConceptKind[] = ['claim', 'demand'];

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
  const says = (kinds: readonly ConceptKind[]) =>
    spoken.matches.some((match) => isDanger(match) && kinds.includes(match.kind));
  const falseLink = links.some(({ weight }) => weight === 'strong');
  let level = spoken.level;
  if (sender?.weight === 'strong') {
    const quiet = spoken.speaksAbout && !sender.falseAddress;
    const asks = !spoken.speaksAbout && (says(ASKS) || falseLink);
    level = louder(level, asks ? 'danger' : quiet ? 'notice' : 'caution');
  }
  if (falseLink) {
    const uses = says(USES) && (!spoken.notices || spoken.level === 'caution');
    level = louder(level, spoken.speaksAbout ? 'notice' : uses ? 'danger' : 'caution');
  }
  const weak = sender !== undefined || links.some(({ weight }) => weight === 'weak');
  if (weak && spoken.dangerKinds > 0 && !spoken.speaksAbout) level = louder(level, 'caution');
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
