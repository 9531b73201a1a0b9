/** Where the focus was before a card took it: a person who was writing goes on writing there. */
import { isConnected, matches, shadowRootOf } from '../../lib/page/dom';

export class FocusBefore {
  #element: Element | undefined;

  /** Notes where the focus is. In the card itself it came from where it was noted before; at a chip its own way leads back. */
  note(root: ShadowRoot, card: Element | null): void {
    if (document.activeElement !== root.host) this.#element = focusIn(document);
    else if (!card?.contains(root.activeElement)) this.#element = undefined;
  }

  /** Leads the focus back where the card has it still. */
  giveBack(root: ShadowRoot, card: Element | null): void {
    const element = this.#element;
    this.#element = undefined;
    if (!element || !isConnected(element) || !card?.contains(root.activeElement)) return;
    try {
      // A form's inputs shadow its own methods.
      HTMLElement.prototype.focus.call(element, { preventScroll: true });
    } catch {
      // No element of HTML: the focus goes as it would.
    }
  }
}

/** What holds the focus, in shadow trees and frames too: a frame forgets its own once the focus is elsewhere. */
function focusIn(tree: DocumentOrShadowRoot): Element | undefined {
  const at = tree.activeElement;
  if (!at || matches(at, 'body')) return undefined;
  const inner =
    shadowRootOf(at) ?? (matches(at, 'iframe,frame') ? (at as HTMLIFrameElement).contentDocument : null);
  return (inner && focusIn(inner)) ?? at;
}
