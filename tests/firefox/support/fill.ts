/** Fields of a page in Firefox, found by their labels as people find them. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../../../scripts/browser/until';

/** The field that is labelled so; the last one where several are. */
async function field(page: Page, label: string): Promise<ElementHandle<HTMLInputElement>> {
  const control = `[...document.querySelectorAll('label')]
    .filter((one) => one.innerText.trim() === ${JSON.stringify(label)}).at(-1)?.control`;
  await until(() => page.evaluate(`Boolean(${control})`), `a field '${label}'`);
  const found = (await page.evaluateHandle(control)).asElement();
  if (!found) throw new Error(`no field '${label}'`);
  return found as ElementHandle<HTMLInputElement>;
}

/** Types into a field in the place of what stands there. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  const input = await field(page, label);
  await input.evaluate((one) => one.select());
  await input.type(text);
}

/** Chooses from a list by value. */
export async function choose(page: Page, label: string, value: string): Promise<void> {
  await (await field(page, label)).select(value);
}

/** The values of a list. */
export async function choicesOf(page: Page, label: string): Promise<string[]> {
  return (await field(page, label)).evaluate((one) =>
    [...(one as unknown as HTMLSelectElement).options].map(({ value }) => value),
  );
}

/** Hands a file of the disk in. */
export async function handIn(page: Page, label: string, path: string): Promise<void> {
  await (await field(page, label)).uploadFile(path);
}
