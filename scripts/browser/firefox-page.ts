import type { Page } from 'puppeteer-core';
import { until } from './until';

/** One tab with the extension's world of its top frame. */
export class FirefoxPage {
  constructor(
    readonly page: Page,
    readonly driver: Page,
    readonly tabId: number,
  ) {}

  /**
   * Evaluates an expression in the extension's world of the top frame; `root` in it is our overlay's shadow root, or
   * null, `session` the frame's session. Throws where the extension does not run there.
   */
  async evaluate<T>(expression: string): Promise<T> {
    const json = (await this.driver.evaluate(`browser.scripting.executeScript({
      target: { tabId: ${this.tabId} },
      func: () => {
        const session = globalThis[Symbol.for('canh-giac.session')];
        const root = [...document.documentElement.children].map((one) => one.openOrClosedShadowRoot)
          .find((one) => one?.querySelector('.layer')) ?? null;
        return (${expression});
      },
    }).then(([{ result, error }]) => JSON.stringify(error ? { error: String(error) } : { result }))`)) as string;
    const { result, error } = JSON.parse(json) as { result: T; error?: string };
    if (error !== undefined) throw new Error(error);
    return result;
  }

  /** Waits until an expression is true in the extension's world. */
  waitFor(expression: string): Promise<void> {
    return until(() => this.evaluate(`Boolean(${expression})`), expression);
  }

  /** The card's text, or null while none is open. */
  cardText(): Promise<string | null> {
    return this.evaluate(`root?.querySelector('[role="dialog"]')?.innerText ?? null`);
  }

  /** Presses an element of the overlay with the real mouse. */
  async click(selector: string): Promise<void> {
    const quoted = JSON.stringify(selector);
    await this.waitFor(`root?.querySelector(${quoted})`);
    // In the card a press counts only once the card could be seen for a while.
    await this.waitFor(`root.querySelector(${quoted})?.closest('.card-place')?.dataset.settled !== 'false'`);
    const [x, y] = await this.evaluate<[number, number]>(`(() => {
      const element = root.querySelector(${quoted});
      element.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    })()`);
    await this.page.mouse.click(x, y);
  }

  /** The painted text of each of our highlights. */
  async highlights(): Promise<Record<string, string[]>> {
    return (await this.page.evaluate(`Object.fromEntries([...CSS.highlights]
      .filter(([name]) => name.startsWith('canh-giac-'))
      .map(([name, highlight]) => [name.slice('canh-giac-'.length), [...highlight].map(String)]))`)) as Record<
      string,
      string[]
    >;
  }
}
