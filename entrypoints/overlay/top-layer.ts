/**
 * The host's place in the browser's top layer, above every z-index of the page. What enters the layer last lies on top:
 * the page's popovers would cover us, so we enter again after them. A modal dialog makes everything outside it deaf to
 * presses, and in Chromium a full-screen element does too: then the host leaves the layer and lies under it, where nobody
 * can mistake it for a card that answers; badge and popup carry the warning until that ends.
 */
const MODAL = 'dialog:modal';

export class TopLayer {
  /** True where the browser or the page keeps popovers from showing: the z-index has to do. */
  #refused = false;
  /** True after we came on top and were not hit all the same: something makes us deaf. */
  #deaf = false;

  constructor(
    readonly host: HTMLElement,
    readonly root: ShadowRoot,
  ) {}

  /** True where the host is in the layer, or out of it for a reason. */
  isSettled(): boolean {
    return this.#refused || this.host.matches(':popover-open') === this.#wanted();
  }

  /** Enters or leaves the layer. */
  settle(): void {
    const { host } = this;
    const open = host.matches(':popover-open');
    if (this.#refused || open === this.#wanted()) return;
    if (open) {
      host.hidePopover();
      return;
    }
    try {
      host.showPopover();
    } catch {
      // Stays false below.
    }
    this.#refused = !host.matches(':popover-open');
  }

  /**
   * Enters the layer again, above what came into it since. Where card and chip cannot be pressed even so, the host leaves
   * the layer until they can.
   */
  raise(): void {
    this.#deaf = false;
    if (this.host.matches(':popover-open')) this.host.hidePopover();
    this.settle();
    this.#deaf = this.#isOut();
    this.settle();
  }

  /**
   * Comes on top where something lies above our card or chip. What made us deaf may have ended unheard: a dialog in a
   * shadow tree tells nobody outside.
   */
  uncover(): void {
    if (this.#deaf || (this.host.matches(':popover-open') && this.#isOut())) this.raise();
  }

  /** Calls `run` when the page has put something into the top layer, or taken it out, until the signal ends. */
  onRival(run: () => void, signal: AbortSignal): void {
    const options = { capture: true, signal };
    document.addEventListener('fullscreenchange', run, options);
    document.addEventListener(
      'toggle',
      (event) => {
        // <details> fire it too.
        if (event.target !== this.host && event.target instanceof HTMLElement && entersLayer(event.target))
          run();
      },
      options,
    );
  }

  /** True where a press on the middle of our card or chip would not reach the host. */
  #isOut(): boolean {
    const shown = this.root.querySelector('.card') ?? this.root.querySelector('.chip');
    if (!shown?.checkVisibility({ visibilityProperty: true })) return false;
    const { x, y, width, height } = shown.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) !== this.host;
  }

  #wanted(): boolean {
    return !this.#deaf && document.querySelector(MODAL) === null;
  }
}

function entersLayer(element: HTMLElement): boolean {
  return element.popover !== null || element instanceof HTMLDialogElement;
}
