/** Where things stand on a page: ours by the extension's world, the page's by itself. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../../scripts/browser/extension-world';

export type TestWindow = Window & { addMessage(text: string, parent?: Element): HTMLElement };

export async function addMessage(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => void (window as unknown as TestWindow).addMessage(words), text);
}

/** True where the middle of an element of ours is what a person sees there, by the browser's own hit test. */
export const isOnTop = (world: ExtensionWorld, selector: string) =>
  world.evaluate<boolean>(`(() => {
    const { x, y, width, height } = root.querySelector('${selector}').getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === root.host;
  })()`);

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export const boxOf = (world: ExtensionWorld, selector: string) =>
  world.evaluate<Box>(`root.querySelector('${selector}').getBoundingClientRect().toJSON()`);
export const pageBox = (page: Page, selector: string) =>
  page.evaluate(
    (one) => document.querySelector(one)?.getBoundingClientRect().toJSON() as Box | undefined,
    selector,
  );
export const meet = (a: Box | undefined, b: Box | undefined) =>
  a !== undefined &&
  b !== undefined &&
  a.left < b.right &&
  a.right > b.left &&
  a.top < b.bottom &&
  a.bottom > b.top;
