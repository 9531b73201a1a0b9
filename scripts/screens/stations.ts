/** Every screen of the extension, and how a person gets there. */
import type { Page } from '@playwright/test';

export interface Station {
  readonly name: string;
  /** The extension's page. */
  readonly path: string;
  /** Brings the page to the state that is shown. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Of the form 0292 000 0xxx, which no subscriber can have. */
const MESSAGE =
  'Tôi là Giám đốc Sở. Thuê bao của anh đang bị điều tra. Gọi ngay 0292 000 0111, chuyển tiền để xác minh, không nói với ai.';

const answer = async (page: Page, times: number) => {
  for (let turn = 0; turn < times; turn++) await page.locator('.call-answers .button').first().click();
};
/** The card has come and faded in. Not pressed by the mouse: in a narrow window the card may lie over the list by then. */
const card = async (page: Page, index: number) => {
  await page.locator('.mail-row').nth(index).dispatchEvent('click');
  await page.waitForTimeout(1_500);
};

export const STATIONS: readonly Station[] = [
  { name: 'popup', path: 'popup.html', prepare: (page) => page.locator('textarea').waitFor() },
  {
    name: 'popup, a message pasted',
    path: 'popup.html',
    prepare: async (page) => {
      await page.locator('textarea').fill(MESSAGE);
      await page.locator('.level-danger').first().waitFor();
    },
  },
  { name: 'side panel', path: 'sidepanel.html', prepare: (page) => page.locator('textarea').waitFor() },
  { name: 'six questions', path: 'popup.html#call', prepare: (page) => answer(page, 0) },
  { name: 'six questions, danger', path: 'popup.html#call', prepare: (page) => answer(page, 2) },
  { name: 'calm', path: 'popup.html#calm', prepare: (page) => page.locator('.calm-button').waitFor() },
  { name: 'notice', path: 'notice.html' },
  { name: 'practice mail, card', path: 'practice.html', prepare: (page) => card(page, 0) },
  { name: 'practice mail, a warning', path: 'practice.html', prepare: (page) => card(page, 1) },
  { name: 'practice feed', path: 'practice.html#feed', prepare: (page) => page.waitForTimeout(1_500) },
  { name: 'options', path: 'options.html', prepare: (page) => page.locator('#data').waitFor() },
  { name: 'welcome', path: 'welcome.html' },
  { name: 'quiz', path: 'quiz.html' },
  {
    name: 'quiz, answered',
    path: 'quiz.html',
    prepare: (page) => page.locator('.actions .button').first().click(),
  },
  { name: 'evidence, none kept', path: 'evidence.html' },
];
