/** Presses by the real mouse in Firefox, and what is seen after them. */
import type { Page } from 'puppeteer-core';
import type { FirefoxPage } from '../../../scripts/browser/firefox-page';
import { until } from '../../../scripts/browser/until';

/** Presses the button of a page that is called so, once it stands still. */
export function press(page: Page, name: string): Promise<void> {
  return page.locator(`::-p-xpath(//button[normalize-space()="${name}"])`).click();
}

/** Presses 'Lưu làm chứng cứ' in the card; again where the card moved just then, as a person does. */
export async function pressSave(page: FirefoxPage): Promise<void> {
  await page.waitFor(`root?.querySelector('[role="dialog"].level-danger')`);
  await page.evaluate(`([...root.querySelectorAll('.card button')]
    .find((one) => one.textContent === 'Lưu làm chứng cứ').dataset.press = 'save')`);
  await until(async () => {
    await page.click('[data-press="save"]');
    return page.evaluate(`root.querySelector('.card-outcome').textContent !== ''`);
  }, 'an answer to the press');
}

/** Waits until a page shows these words. */
export function sees(page: Page, words: string): Promise<void> {
  return until(() => page.evaluate(`document.body.innerText.includes(${JSON.stringify(words)})`), words);
}
