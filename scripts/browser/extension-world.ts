/**
 * A look into the extension's own world of a page, by the DevTools protocol: the card lives in a closed shadow root,
 * which neither the page nor Playwright's selectors reach.
 */
import type { CDPSession, Frame, Page } from '@playwright/test';

interface ContextDescription {
  readonly id: number;
  readonly origin: string;
  readonly auxData?: { readonly frameId?: string; readonly type?: string };
}

/** The extension's world in the frames of one page. */
export class ExtensionWorld {
  readonly #contexts = new Map<number, ContextDescription>();

  private constructor(
    readonly page: Page,
    readonly session: CDPSession,
    readonly extensionId: string,
  ) {}

  /** Opens the view; call it before or after the page has loaded. */
  static async open(page: Page, extensionId: string): Promise<ExtensionWorld> {
    const session = await page.context().newCDPSession(page);
    const world = new ExtensionWorld(page, session, extensionId);
    session.on('Runtime.executionContextCreated', ({ context }) =>
      world.#contexts.set(context.id, context as ContextDescription),
    );
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      world.#contexts.delete(executionContextId),
    );
    session.on('Runtime.executionContextsCleared', () => world.#contexts.clear());
    await session.send('Runtime.enable');
    return world;
  }

  /**
   * Evaluates an expression in the extension's world of the main frame; `root` in it is our overlay's shadow root, or
   * null. Gives undefined where the extension does not run there.
   */
  async evaluate<T>(expression: string): Promise<T | undefined> {
    const context = await this.#livingContext();
    if (!context) return undefined;
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      contextId: context.id,
      returnByValue: true,
      awaitPromise: true,
      expression: `(() => {
        const roots = [...document.documentElement.children].filter((e) => e.matches('div[popover]'))
          .map((e) => e.shadowRoot ?? (globalThis.chrome?.dom?.openOrClosedShadowRoot(e) ?? null)).filter(Boolean);
        const root = roots.find((one) => one.querySelector('.layer')) ?? null;
        return (${expression});
      })()`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** Evaluates an expression in the extension's world of every frame; frames where it fails or does not run give nothing. */
  async everywhere<T>(expression: string): Promise<T[]> {
    const found: T[] = [];
    for (const { id, origin } of [...this.#contexts.values()]) {
      if (!origin.includes(this.extensionId)) continue;
      const answer = await this.session
        .send('Runtime.evaluate', { contextId: id, returnByValue: true, expression })
        .catch(() => undefined);
      if (answer && !answer.exceptionDetails) found.push(answer.result.value as T);
    }
    return found;
  }

  /** After an update a page holds the world of the old script too: the one whose extension still answers is meant. */
  async #livingContext(): Promise<ContextDescription | undefined> {
    const main = (await this.session.send('Page.getFrameTree')).frameTree.frame.id;
    for (const context of this.#contexts.values()) {
      if (!context.origin.includes(this.extensionId) || context.auxData?.frameId !== main) continue;
      const alive = {
        contextId: context.id,
        expression: 'Boolean(globalThis.chrome?.runtime?.id)',
        returnByValue: true,
      };
      const { result } = await this.session.send('Runtime.evaluate', alive);
      if (result.value === true) return context;
    }
    return undefined;
  }

  /** The card's text, or undefined while none is open. */
  cardText(): Promise<string | undefined> {
    return this.evaluate<string>(`root?.querySelector('[role="dialog"]')?.innerText`);
  }

  /** Waits until an expression is true in the extension's world. Throws after `timeout` milliseconds. */
  async waitFor(expression: string, timeout = 10_000): Promise<void> {
    const end = Date.now() + timeout;
    while (!(await this.evaluate(`Boolean(${expression})`).catch(() => false))) {
      if (Date.now() > end) throw new Error(`never true in the extension's world: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Presses an element of the overlay with the real mouse. */
  async click(selector: string): Promise<void> {
    const quoted = JSON.stringify(selector);
    await this.waitFor(`root?.querySelector(${quoted})`);
    // In the card a press counts only once the card could be seen for a while.
    await this.waitFor(`root.querySelector(${quoted})?.closest('.card-place')?.dataset.settled !== 'false'`);
    const box = await this.evaluate<{ x: number; y: number }>(`(() => {
      const element = root.querySelector(${quoted});
      element.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    })()`);
    if (!box) throw new Error(`not in the overlay: ${selector}`);
    await this.page.mouse.click(box.x, box.y);
  }
}

/** The painted text of each of our highlights, as the page itself can read it from `CSS.highlights`. */
export function highlights(frame: Page | Frame): Promise<Record<string, string[]>> {
  return frame.evaluate(() => {
    const painted: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      if (name.startsWith('canh-giac-'))
        painted[name] = [...highlight].map((range) => (range as Range).toString());
    }
    return painted;
  });
}
