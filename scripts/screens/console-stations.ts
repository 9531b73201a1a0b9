/** Every room of the administrators' console, and how a person gets there. By place, not by words: in either language. */
import type { Page } from '@playwright/test';
import { translateAdmin, type AdminKey } from '../../lib/i18n/admin';
import { LANGUAGES } from '../../lib/i18n/translate';
import { walkConsole } from '../browser/walk-console';
import type { Station } from './stations';

const ROOMS = ['reported', 'directory', 'packs', 'publish', 'history', 'keys'] as const;

/** Makes a feed with invented numbers, publishes it as .zip and begins another draft. */
export async function fillConsole(page: Page, folder: string): Promise<void> {
  await walkConsole(page, folder);
  await page.getByRole('button', { name: 'Ký và công bố' }).click();
  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
  await page.getByRole('button', { name: 'Xong' }).click();
  await page.getByRole('button', { name: 'Danh sách bị phản ánh' }).click();
  await page.getByLabel('Chọn số 0292 0000111').check();
  await page
    .getByRole('button', { name: /^Gỡ 1 số/ })
    .first()
    .click();
  await page.getByLabel('Lý do thay đổi').fill('Ví dụ cho buổi tập huấn');
  await page
    .getByRole('button', { name: /^Gỡ 1 số/ })
    .last()
    .click();
  await page.getByText(/^Đã đổi 1 số/).waitFor();
}

/** Opens the feed that is kept, and goes to a room of it. */
async function enter(page: Page, room: (typeof ROOMS)[number]): Promise<void> {
  await page.locator('.feed-card .button.primary').click();
  await page.locator('.tabs button').nth(ROOMS.indexOf(room)).click();
}

/** `press`: what is pressed there, one after the other. */
function room(name: string, where: (typeof ROOMS)[number], ...press: readonly string[]): Station {
  return {
    name,
    path: 'console.html',
    prepare: async (page) => {
      await enter(page, where);
      for (const selector of press) await page.locator(selector).first().click();
      await page.locator('main > *').last().waitFor();
    },
  };
}

/** The button of a part of the directory. */
const part = (at: number) => `main > [role=group] button:nth-child(${String(at)})`;

/** A button by its words, in whichever language the console is. */
const named = (key: AdminKey) =>
  LANGUAGES.map((language) => `main button:text-is("${translateAdmin(language, key)}")`).join(',');

export const CONSOLE_STATIONS: readonly Station[] = [
  { name: 'start', path: 'console.html', prepare: (page) => page.locator('.feed-card').waitFor() },
  {
    name: 'a new feed',
    path: 'console.html',
    prepare: (page) => page.locator('.start .panel:last-child .button.primary').click(),
  },
  room('reported', 'reported'),
  room('reported, an entry', 'reported', '.link-button'),
  room('directory', 'directory'),
  room('a hotline', 'directory', '.link-button'),
  room('a report message', 'directory', part(4), '.link-button'),
  room('a notice', 'directory', part(7), '.link-button'),
  room('phrase pack', 'packs', 'summary'),
  room('review', 'publish'),
  room('history', 'history'),
  room('keys', 'keys'),
  room('keys, a change', 'keys', named('change_begin'), 'input[type=radio] >> nth=2'),
  room('keys, the year of the root', 'keys', named('renew_begin')),
];
