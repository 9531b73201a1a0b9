import type { Sender } from '../analysis/types';
import { closest, matches, query, textOf } from './dom';
import type { Place, SiteRules } from './site-rules';
import { isUnreadable } from './unreadable';

const MAX = 300;
const ADDRESS = /[^\s<>"'()[\],;:]+@[^\s<>"'()[\],;:]+/;

/** Who wrote a unit, and the element that shows the name. */
export interface FoundSender {
  readonly sender?: Sender | undefined;
  readonly place?: Element | undefined;
}

/**
 * The sender of a unit: in the root that the site pack names, else in the unit or its document; around the frame that
 * holds a mail where the site shows mails in frames. A few look-ups by selector.
 */
export function senderOf(unit: Element, rules: SiteRules, frame: Element | undefined): FoundSender {
  const from = (rules.frame !== undefined && frame) || unit;
  const scopes = rules.root ? [closest(from, rules.root)] : [from, from.ownerDocument.documentElement];
  const elementOf = (place: Place | undefined): Element | undefined => {
    if (!place) return undefined;
    for (const scope of scopes) {
      const found = scope && (matches(scope, place.selector) ? scope : query(scope, place.selector));
      if (found && !isUnreadable(found)) return found;
    }
    return undefined;
  };
  const value = (place: Place | undefined): string => {
    const element = elementOf(place);
    if (!element || !place) return '';
    const said = place.attribute === undefined ? textOf(element) : element.getAttribute(place.attribute);
    return (said ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX);
  };
  const written = value(rules.senderName);
  const mail = (place: Place | undefined) => ADDRESS.exec(value(place))?.[0] ?? '';
  const address = mail(rules.senderAddress);
  // Some sites write «Name <address>» in one element.
  const name = written.replace(address && `<${address}>`, '').trim() || written;
  const replyTo = mail(rules.replyTo);
  const page = value(rules.senderProfile);
  const profile = page === '' ? null : URL.parse(page, document.baseURI);
  const sender: Sender = {
    ...(name && { name }),
    ...(address && { address }),
    ...(replyTo && replyTo !== address && { replyTo }),
    ...(profile?.protocol === 'https:' && { profile: (profile.origin + profile.pathname).slice(0, MAX) }),
  };
  const place = rules.senderName?.attribute === undefined ? elementOf(rules.senderName) : undefined;
  return Object.keys(sender).length > 0 ? { sender, place } : {};
}
