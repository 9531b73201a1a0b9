/** The card of a message in a frame: it stands in the top frame, goes with its message, and makes way for the next. */
import type { Page } from '@playwright/test';
import type { ExtensionWorld } from '../../scripts/browser/extension-world';
import { test } from './support/edition';
import { EDITION_BUILD, expect, test as ownBrowser, type OpenPage } from './support/extension';
import { ORDINARY, SCAM } from './support/messages';
import { CARD, closeCard, NO_CARD } from './support/on-page';

const OTHER_SCAM = SCAM.replace('0111', '0333');

/** A page without rules of its own about what goes into frames. */
async function openMail(open: (url: string) => Promise<OpenPage>): Promise<OpenPage> {
  const opened = await open('https://forum.fixture.example/plain');
  const body = '<!doctype html><title>Hộp thư</title><body><p>Hộp thư</p>';
  await opened.page.route('**/mail', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await opened.page.goto('https://forum.fixture.example/mail');
  return opened;
}

/** Shows a mail in the frame with this name, as webmail does: a new document each time. */
async function showMail(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([id, words]) => {
      const known = document.getElementById(id);
      const frame = (known ?? document.createElement('iframe')) as HTMLIFrameElement;
      frame.id = id;
      frame.setAttribute('sandbox', 'allow-same-origin');
      frame.style.cssText = 'width:600px;height:200px';
      frame.srcdoc = `<article>${words}</article>`;
      if (!known) document.body.append(frame);
    },
    [name, text] as const,
  );
}

const drop = (page: Page, name: string) => page.evaluate((id) => document.getElementById(id)?.remove(), name);

/** The numbers in the card, without blanks. */
async function cardNumbers(world: ExtensionWorld): Promise<string[]> {
  const text = ((await world.cardText()) ?? '').replace(/\s/g, '');
  return [...new Set([...text.matchAll(/0292000\d{4}/g)].map(String))];
}

/** Presses the button with these words in the card. */
async function press(world: ExtensionWorld, words: string): Promise<void> {
  await world.waitFor(`[...root.querySelectorAll('.card button')].some((one) => {
    if (one.textContent.trim() !== '${words}') return false;
    one.dataset.pressed = 'now';
    return true;
  })`);
  await world.click('[data-pressed="now"]');
}

test('mails one after another in one frame: the card goes with its mail, and the next scam has its own', async ({
  open,
}) => {
  const { page, world } = await openMail(open);
  await showMail(page, 'mail', SCAM);
  await world.waitFor(CARD);
  expect(await cardNumbers(world)).toEqual(['02920000111']);
  await showMail(page, 'mail', ORDINARY);
  await world.waitFor(NO_CARD);
  await showMail(page, 'mail', OTHER_SCAM);
  await world.waitFor(CARD);
  expect(await cardNumbers(world)).toEqual(['02920000333']);
  await drop(page, 'mail');
  await world.waitFor(NO_CARD);
});

test('a scam right after another in the same frame has its own card', async ({ open }) => {
  const { page, world } = await openMail(open);
  await showMail(page, 'mail', SCAM);
  await world.waitFor(CARD);
  await showMail(page, 'mail', OTHER_SCAM);
  await expect.poll(() => cardNumbers(world)).toEqual(['02920000333']);
  await closeCard(world);
  await world.waitFor(NO_CARD);
});

test('a card that opens by itself waits until the mail of the open one is gone', async ({ open }) => {
  const { page, world } = await openMail(open);
  await showMail(page, 'first', SCAM);
  await world.waitFor(CARD);
  await world.evaluate(`(root.querySelector('.card').dataset.turn = 'same')`);
  await showMail(page, 'second', OTHER_SCAM);
  // Several looks long it is the same card, undisturbed.
  await page.waitForTimeout(4_000);
  expect(await cardNumbers(world)).toEqual(['02920000111']);
  expect(await world.evaluate(`root.querySelector('.card').dataset.turn`)).toBe('same');
  await drop(page, 'first');
  await expect.poll(() => cardNumbers(world)).toEqual(['02920000333']);
  // What the person closes lets nothing in.
  await showMail(page, 'third', SCAM.replace('0111', '0444'));
  await page.waitForTimeout(2_000);
  await closeCard(world);
  await world.waitFor(NO_CARD);
  await drop(page, 'second');
  await page.waitForTimeout(2_000);
  expect(await world.evaluate(NO_CARD)).toBe(true);
});

test('a message that changes in its frame: the card follows into the new words, and goes with the last of them', async ({
  open,
}) => {
  const { page, world } = await openMail(open);
  await showMail(page, 'mail', SCAM);
  await world.waitFor(CARD);
  const write = (text: string) =>
    page.evaluate((words) => {
      const article = document.querySelector('iframe')?.contentDocument?.querySelector('article');
      if (article) article.textContent = words;
    }, text);
  await write(OTHER_SCAM);
  await expect.poll(() => cardNumbers(world)).toEqual(['02920000333']);
  await write(ORDINARY);
  await world.waitFor(NO_CARD);
});

ownBrowser.describe('with a browser of its own', () => {
  ownBrowser.use({ launchWith: { extension: EDITION_BUILD } });
  ownBrowser(
    'hidden in the card: undone while the mail is there, no longer in the way once it is gone, and remembered',
    async ({ open }) => {
      const { page, world } = await openMail(open);
      await showMail(page, 'mail', SCAM);
      await world.waitFor(CARD);
      await press(world, 'Ẩn ở đây');
      await press(world, 'Hoàn tác');
      await world.waitFor(`root.textContent.includes('Ẩn ở đây')`);
      await press(world, 'Ẩn ở đây');
      await world.waitFor(`root.textContent.includes('Hoàn tác')`);
      await showMail(page, 'mail', OTHER_SCAM);
      await expect.poll(() => cardNumbers(world)).toEqual(['02920000333']);
    },
  );
});
