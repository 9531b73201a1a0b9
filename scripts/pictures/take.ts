/** The stations of the pictures: each is the real page, opened as a person opens it. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../lib/i18n/translate';
import { translatePeople } from '../../lib/i18n/people';
import type { LaunchedBrowser } from '../browser/launch';

const WIDTH = 1280;
const HEIGHT = 800;
/** Width of the side panel that stands beside the page. */
const PANEL = 420;
/** Mails of the practice page: the director's, and the office's that warns of him. */
const SCAM = 0;
const WARNING = 1;
/** Of the form 0292 000 0xxx, which no subscriber can have. */
const MESSAGE =
  'Tôi là Giám đốc Sở. Thuê bao của anh đang bị điều tra. Gọi ngay 0292 000 0111, chuyển tiền để xác minh, không nói với ai.';

/** Writes the pictures into the folder; gives their names, in the order of the story. */
export async function takePictures(
  browser: LaunchedBrowser,
  language: Language,
  folder: string,
): Promise<string[]> {
  const page = await browser.context.newPage();
  const names: string[] = [];
  const write = async (name: string, from: Page = page) => {
    await from.screenshot({ path: join(folder, `${name}.png`) });
    names.push(name);
  };
  await page.goto(browser.pageUrl('popup.html'));
  await page.locator(`button[lang="${language}"]`).click();
  await page.locator(`html[lang="${language}"]`).waitFor();

  await openMail(page, browser, SCAM);
  await write('card');
  await openMail(page, browser, WARNING);
  await beside(browser, page, 'sidepanel.html', async (panel) => {
    await panel.locator('textarea').fill(MESSAGE);
    await panel.locator('.level-danger').first().waitFor();
    await panel
      .locator('label')
      .first()
      .evaluate((label) => label.scrollIntoView());
  });
  await write('popup');
  await openMail(page, browser, WARNING);
  await beside(browser, page, 'sidepanel.html#calm', (panel) => panel.locator('.calm').waitFor());
  await write('calm');
  await keepEvidence(browser, language);
  await page.goto(browser.pageUrl('evidence.html'));
  await page.locator('.evidence-item').first().waitFor();
  await write('evidence');
  await page.goto(browser.pageUrl('notice.html'));
  await page.locator('h1').waitFor();
  await write('notice');
  return names;
}

/** The practice mailbox with one of its mails; the card of the first opens by itself. */
async function openMail(page: Page, browser: LaunchedBrowser, index: number): Promise<void> {
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await page.goto('about:blank');
  await page.goto(browser.pageUrl('practice.html'));
  await page.locator('.mail-row').nth(index).click();
  await page.waitForTimeout(2_000); // the card has come and faded in
}

/** Shows the page with the side panel beside it, as browsers do: two pictures of the real pages on one sheet. */
async function beside(
  browser: LaunchedBrowser,
  page: Page,
  path: string,
  prepare: (panel: Page) => Promise<void>,
): Promise<void> {
  await page.setViewportSize({ width: WIDTH - PANEL, height: HEIGHT });
  await page.waitForTimeout(500);
  const left = await page.screenshot();
  const panel = await browser.context.newPage();
  await panel.setViewportSize({ width: PANEL, height: HEIGHT });
  await panel.goto(browser.pageUrl(path));
  await prepare(panel);
  await panel.waitForTimeout(500);
  const right = await panel.screenshot();
  await panel.close();
  const image = (bytes: Buffer, width: number) =>
    `<img width="${width}" height="${HEIGHT}" src="data:image/png;base64,${bytes.toString('base64')}">`;
  await page.goto('about:blank');
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await page.setContent(
    `<body style="margin:0;display:flex">${image(left, WIDTH - PANEL)}${image(right, PANEL)}</body>`,
  );
}

/** Saves the message as a person does: from the look-up, with a note. */
async function keepEvidence(browser: LaunchedBrowser, language: Language): Promise<void> {
  const panel = await browser.context.newPage();
  await panel.goto(browser.pageUrl('sidepanel.html'));
  await panel.locator('textarea').fill(MESSAGE);
  const opened = browser.context.waitForEvent('page');
  await panel
    .getByRole('button', { name: translatePeople(language, 'evidence_save'), exact: true })
    .first()
    .click();
  const draft = await opened;
  await draft.getByRole('button', { name: translatePeople(language, 'evidence_keep'), exact: true }).click();
  await draft.getByText(translatePeople(language, 'evidence_kept')).waitFor();
  await draft.close();
  await panel.close();
}
