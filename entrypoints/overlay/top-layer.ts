/**
 * The host's place in the browser's top layer, above every z-index of the page. What enters the layer last lies on top:
 * the page's full-screen elements and popovers would cover us, so we enter again after them. A modal dialog makes
 * everything outside it deaf to presses: then the host leaves the layer and lies under the dialog, where nobody can
 * mistake it for a card that answers; badge and popup carry the warning until the dialog closes.
 */
const MODAL = 'dialog:modal';

export class TopLayer {
  /** True where the browser or the page keeps popovers from showing: the z-index has to do. */
  #refused = false;
  /** True after we came on top and were not hit all the same: a modal dialog that we cannot see, in a shadow root. */
  #deaf = false;

  constructor(readonly host: HTMLElement) {}

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

  /** Enters the layer again, above what came into it since. */
  raise(): void {
    this.#deaf = false;
    if (this.host.matches(':popover-open')) this.host.hidePopover();
    this.settle();
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

  /**
   * Comes on top where something lies above our card or chip. Where that does not help, the host leaves the layer until
   * the page changes it.
   */
  uncover(root: ShadowRoot): void {
    const shown = root.querySelector('.card') ?? root.querySelector('.chip');
    if (!shown || !this.host.matches(':popover-open') || this.isHit(shown)) return;
    this.raise();
    this.#deaf = !this.isHit(shown);
    this.settle();
  }

  /** True where a press on the middle of an element of ours would reach the host. */
  isHit(element: Element): boolean {
    const { x, y, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === this.host;
  }

  #wanted(): boolean {
    return !this.#deaf && document.querySelector(MODAL) === null;
  }
}

function entersLayer(element: HTMLElement): boolean {
  return element.popover !== null || element instanceof HTMLDialogElement;
}
