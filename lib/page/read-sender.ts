import type { PageSite } from '../lists/page-site';
import type { Sender } from '../analysis/types';
import { closest, contains, find, parentElement, precedes, queryAll, textOf } from './dom';
import type { Place } from './site-rules';
import { wordsOf } from './unit-text';
import { isUnreadable } from './unreadable';

const MAX = 300;
const ADDRESS = /[^\s<>"'()[\],;:]+@[^\s<>"'()[\],;:]+/;

/** Who wrote a unit, and the element that shows the name. */
export interface FoundSender {
  readonly sender?: Sender | undefined;
  readonly place?: Element | undefined;
}

/**
 * The sender of a unit: in the root that the site pack names, else in the unit or, where it is no row of a list, its
 * document; around the frame that holds a mail where the site shows mails in frames. Never in a mail itself: what stands
 * there its sender wrote. A few look-ups by selector.
 */
export function senderOf(unit: Element, rules: PageSite, frame: Element | null | undefined): FoundSender {
  const from = (rules.frame && frame) || unit;
  const isBody = rules.kind === 'mail' && from === unit;
  // A row of a list stands beside those of other senders.
  const around = rules.kind !== 'list' && from.ownerDocument.documentElement;
  const scopes = rules.root ? [closest(from, rules.root)] : [from, around];
  const elementOf = ({ selector, attribute }: Place): Element | undefined => {
    for (const scope of scopes) {
      let found: Element | false | null | undefined = scope && find(scope, selector);
      if (found && rules.root) {
        // A picture that leads to the sender may stand before the name.
        const all = [found, ...queryAll(scope as Element, selector)].filter(
          (one) => attribute || textOf(one).trim(),
        );
        found = (/^(post|mail)/.test(rules.kind) && nearest(all, from)) || all[0] || found;
      }
      if (found && !isUnreadable(found) && !(isBody && closest(found, rules.unit))) return found;
    }
    return undefined;
  };
  const value = (place: Place | undefined): string => {
    const element = place && elementOf(place);
    const said = element && (place.attribute ? element.getAttribute(place.attribute) : wordsOf(element));
    return (said ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX);
  };
  const { senderName } = rules;
  const written = value(senderName);
  const mail = (place: Place | undefined) => ADDRESS.exec(value(place))?.[0] ?? '';
  const address = mail(rules.senderAddress);
  // Some sites write «Name <address>» in one element.
  const name = written.replace(address && `<${address}>`, '').trim() || written;
  const replyTo = mail(rules.replyTo);
  const profile = URL.parse(value(rules.senderProfile) || 'about:', document.baseURI);
  const sender: Sender = {
    ...(name && { name }),
    ...(address && { address }),
    ...(replyTo && replyTo !== address && { replyTo }),
    ...(profile?.protocol === 'https:' && { profile: (profile.origin + profile.pathname).slice(0, MAX) }),
  };
  const place = senderName && !senderName.attribute ? elementOf(senderName) : undefined;
  return Object.keys(sender).length > 0 ? { sender, place } : {};
}

/**
 * The first of the elements that stand with a post: it may hold another one that it shares, which has a sender of its
 * own. Undefined where none stands before it. Of a message the first counts: others stand in what it quotes.
 */
function nearest(elements: readonly Element[], post: Element): Element | undefined {
  const before = elements.filter((element) => precedes(element, post));
  const last = before.at(-1);
  let around: Element | null = post;
  while (last && around && !contains(around, last)) around = parentElement(around);
  return before.find((element) => around && contains(around, element));
}
