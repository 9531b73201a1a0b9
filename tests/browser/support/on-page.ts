/** Messages on the plain page, and what the layer shows of them. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../../scripts/browser/extension-world';

export const PLAIN = 'https://forum.fixture.example/plain';

/** For the extension's own world. */
export const CARD = `root?.querySelector('[role="dialog"].level-danger')`;
export const NO_CARD = `!root?.querySelector('[role="dialog"]')`;
export const CHIPS = `root?.querySelectorAll('.chip').length ?? 0`;

export type TestWindow = Window & { addMessage(text: string): HTMLElement; message: HTMLElement };

/** Adds a message and keeps it as `window.message`. */
export async function addMessage(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const test = window as unknown as TestWindow;
    test.message = test.addMessage(words);
  }, text);
}

/** Runs `script` on the message that was added last. */
export async function change(page: Page, script: string): Promise<void> {
  await page.evaluate(`((message) => { ${script} })(window.message)`);
}

export const closeCard = (world: ExtensionWorld) => world.click('.card [aria-label="Đóng"]');

/** Has what lies far from the view read too, as the popup does. */
export async function readWhole(world: ExtensionWorld): Promise<void> {
  const session = `globalThis[Symbol.for('canh-giac.session')]`;
  await world.waitFor(session);
  await world.evaluate(`${session}.readWhole()`);
}
