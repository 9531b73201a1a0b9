/** What an administrator does in the rooms of directory and phrases. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './console';

type Values = Readonly<Record<string, string>>;

/** Fills fields by their labels; of those in two languages the Vietnamese one. */
export async function fill(form: Page | Locator, values: Values): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    // What is said in two languages stands in a group of its own.
    const group = form.getByRole('group', { name: label, exact: true });
    const field =
      (await group.count()) > 0 ? group.getByLabel('Tiếng Việt') : form.getByLabel(label, { exact: true });
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

/** Adds the first of the entries inside an entry, such as a contact of a notice. */
export async function fillRow(page: Page, label: string, values: Values): Promise<void> {
  await page.getByRole('button', { name: `Thêm: ${label}` }).click();
  const row = page
    .getByRole('group', { name: label === 'Công văn' ? label : `${label} 1`, exact: true })
    .last();
  // The focus is in the row, also where its button is gone: of some rows there is one at most.
  await expect(row.locator('input, select, textarea').first()).toBeFocused();
  await fill(row, values);
}

/** Adds an entry to a part of the directory; `look` is shown the form before it is saved. */
export async function add(
  page: Page,
  part: string,
  values: Values,
  look?: () => Promise<void>,
): Promise<void> {
  await page.getByRole('group', { name: 'Các phần của danh bạ' }).getByRole('button', { name: part }).click();
  await page.getByRole('button', { name: 'Thêm mục' }).click();
  await fill(page, values);
  await because(page, `Công văn về ${part.toLowerCase()}`);
  await look?.();
  await page.getByRole('button', { name: 'Lưu vào bản nháp' }).click();
  await expect(page.getByText('Đã lưu danh bạ vào bản nháp.')).toBeVisible();
}

/** Says why. */
export async function because(page: Page | Locator, why: string): Promise<void> {
  await page.getByLabel('Lý do thay đổi').fill(why);
}

/** A sample message as one of the two packs judges it. */
export function packSide(page: Page, title: string): Locator {
  return page.locator('.two-lists section', { has: page.getByRole('heading', { name: title }) });
}

/** Opens a concept of the phrase pack. */
export async function concept(page: Page, id: string): Promise<void> {
  await page.getByLabel('Tìm ý').fill(id);
  const shown = page.locator('details', { hasText: id });
  if ((await shown.getAttribute('open')) === null) await shown.locator('summary').click();
}

/** Adds a phrase to a concept. */
export async function addPhrase(page: Page, id: string, phrase: string): Promise<void> {
  await concept(page, id);
  await page.getByLabel('Thêm lời').fill(phrase);
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByText(phrase, { exact: true }).waitFor();
}
