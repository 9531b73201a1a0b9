import { localised, type Localised } from '../../i18n/translate';
import { registrable, type Host } from '../hosts/host-name';
import { APP_MAKERS, isUnder, MAILINGS, SHORTENERS, WRAPPERS } from '../hosts/known-hosts';
import { lookalikeOf, type OddEndings } from '../hosts/lookalike';
import { isOfficial, type OfficialNames } from '../hosts/official-names';
import type { LinkFinding, Reason } from '../types';
import type { PlacedLink } from './placed-links';
import { readTarget, type Target } from './target';

/** How much a link says: strong, caution by itself; weak, beside words of a scam; told, nothing by itself. */
export type LinkWeight = 'told' | 'weak' | 'strong';

export interface LinkEvidence {
  readonly finding: LinkFinding;
  readonly reason: Reason;
  readonly weight: LinkWeight;
}

interface Fault {
  readonly code: string;
  readonly text: Localised;
  readonly weight: LinkWeight;
  readonly lookalikeOf?: string;
}

/** More faults than these tell nothing new. */
const MAX_EVIDENCE = 20;
const PRIVATE = /^(?:10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./;
/** A link text that shows where it leads: an address and nothing else. */
const ADDRESS = /^(?:https?:\/\/|www\.)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?:[:/?#]\S*)?$/iu;
/** Endings that are those of files more often than of the shown site's name. */
const SHOWN_ENDINGS = new Set(['vn', 'com', 'net', 'org', 'gov', 'edu', 'info']);

/**
 * What speaks against links: made to resemble an official address, showing one address and opening another, opening an
 * installation file, a host of figures; a short link is told. One fault a link, the heaviest, at the link's place.
 */
export function linkEvidence(
  links: readonly PlacedLink[],
  names: OfficialNames,
  odd: OddEndings,
): LinkEvidence[] {
  const seen = new Set<string>();
  const evidence: LinkEvidence[] = [];
  for (const link of links) {
    if (evidence.length >= MAX_EVIDENCE) break;
    const target = readTarget(link.href);
    const fault = target && faultOf(link, target, names, odd);
    if (!fault) continue;
    const { start, end } = link;
    const { code, text, weight } = fault;
    const like = fault.lookalikeOf;
    evidence.push({
      finding: {
        kind: 'link',
        href: link.href,
        raw: link.raw,
        start,
        end,
        ...(like !== undefined && { lookalikeOf: like }),
      },
      // The same sentence is told once.
      reason: { code, text, start, end },
      weight: seen.has(text.vi) ? 'told' : weight,
    });
    seen.add(text.vi);
  }
  return evidence;
}

function faultOf(link: PlacedLink, target: Target, names: OfficialNames, odd: OddEndings): Fault | undefined {
  const { host } = target;
  const name = host.name.slice(0, 100);
  const like = lookalikeOf(host, names, odd);
  if (like) {
    const key = like.of === 'gov.vn' ? 'reason_link_gov' : 'reason_link_lookalike';
    const text = localised(key, { host: name, official: like.of });
    return { code: 'link-lookalike', text, weight: 'strong', lookalikeOf: like.of };
  }
  if (target.mail) return undefined;
  const user = target.user === undefined ? undefined : readTarget(target.user)?.host;
  if (user && registrable(user) !== registrable(host)) {
    const official = isOfficial(user.name, names);
    const text = localised('reason_link_user', { shown: user.name.slice(0, 100), host: name });
    const of = official ? { lookalikeOf: user.name } : {};
    return { code: 'link-user', text, weight: official ? 'strong' : 'weak', ...of };
  }
  return (
    shownFault(link, host, names, odd) ??
    (target.app && !isUnder(host.name, APP_MAKERS) && !isOfficial(host.name, names)
      ? { code: 'link-apk', text: localised('reason_link_apk', { host: name }), weight: 'strong' }
      : host.numeric && !PRIVATE.test(host.name)
        ? { code: 'link-address', text: localised('reason_link_address', { host: name }), weight: 'weak' }
        : isUnder(host.name, SHORTENERS)
          ? { code: 'link-short', text: localised('reason_link_short', { host: name }), weight: 'told' }
          : undefined)
  );
}

/** A link whose words are an address of another site. */
function shownFault(link: PlacedLink, host: Host, names: OfficialNames, odd: OddEndings): Fault | undefined {
  const words = link.shown?.trim() ?? '';
  if (words.length > 300 || !ADDRESS.test(words)) return undefined;
  const shown = readTarget(words)?.host;
  if (!shown || registrable(shown) === registrable(host)) return undefined;
  // Services that wrap every link hide the target from us, and are no doing of the sender.
  if (isUnder(host.name, MAILINGS) || isUnder(host.name, WRAPPERS)) return undefined;
  const text = localised('reason_link_shown', {
    shown: shown.name.slice(0, 100),
    host: host.name.slice(0, 100),
  });
  const fault = { code: 'link-shown', text };
  if (isOfficial(shown.name, names))
    return isOfficial(host.name, names) ? undefined : { ...fault, weight: 'strong', lookalikeOf: shown.name };
  const plain = SHOWN_ENDINGS.has(shown.labels.at(-1) ?? '');
  const explicit = /^(?:https?:\/\/|www\.)/i.test(words);
  if (!plain && !explicit) return undefined;
  if (isUnder(host.name, SHORTENERS) || akin(shown, host)) return undefined;
  const foreign = host.numeric || odd.has(host.labels.at(-1) ?? '');
  return { ...fault, weight: explicit && foreign ? 'strong' : 'weak' };
}

/** Two sites of one name: youtube.com and youtu.be, shopee.vn and shopeemobile.com. */
function akin(one: Host, other: Host): boolean {
  const [a = '', b = ''] = [one, other].map((host) => registrable(host).split('.')[0] ?? '');
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.includes(short);
}
