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

/** Rows with a fault of each kind that is told in words of its own. */
const TABLE = `UBND thành phố;;;
Số điện thoại;Loại;Nội dung;Đường dẫn
0292 000 0333;Giả danh công an;Tự xưng công an, đòi chuyển tiền;https://tap-huan.example.vn/
113;Giả danh công an;Tự xưng công an;https://tap-huan.example.vn/
0292 000 0334;Điện lực;;ftp://tap-huan.example.vn/
0292 000 0335;Điện lực;"Tự xưng" điện lực;https://tap-huan.example.vn/
0292 000 0336;Điện lực;"Tự xưng điện lực;https://tap-huan.example.vn/
`;

/** The import, with a table in it. `read`: all of it, and its faults open. */
function imported(name: string, read: boolean): Station {
  return {
    name,
    path: 'console.html',
    prepare: async (page) => {
      await enter(page, 'reported');
      await page.locator(named('import_title')).click();
      const buffer = Buffer.from(TABLE);
      await page.locator('input[type=file]').setInputFiles({ name: 'bang.csv', mimeType: '', buffer });
      await page.locator('form .button.primary').waitFor();
      if (!read) return;
      await page.locator('form .button.primary').click();
      await page.locator('form summary').click();
    },
  };
}

export const CONSOLE_STATIONS: readonly Station[] = [
  { name: 'start', path: 'console.html', prepare: (page) => page.locator('.feed-card').waitFor() },
  {
    name: 'a new feed',
    path: 'console.html',
    prepare: (page) => page.locator('.start .panel:last-child .button.primary').click(),
  },
  room('reported', 'reported'),
  room('reported, an entry', 'reported', '.link-button'),
  room('reported, several numbers', 'reported', named('paste_title')),
  imported('import, the columns', false),
  imported('import, read', true),
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
