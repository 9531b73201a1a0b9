/** A second profile with the department's edition, which follows a feed that the console publishes. */
import { mergeTests, type Page } from '@playwright/test';
import { test as consoleTest } from './console';
import { EDITION_BUILD, expect, highlights, test as extensionTest } from './extension';

/** The console in one browser, the edition in another. */
export const test = mergeTests(consoleTest, extensionTest).extend({
  launchWith: { extension: EDITION_BUILD },
});

/** Follows a feed as people do: address and fingerprint typed into the options. Gives the options page. */
export async function follow(
  reader: { context: { newPage(): Promise<Page> }; pageUrl(path: string): string },
  address: string,
  fingerprint: string,
): Promise<Page> {
  const options = await reader.context.newPage();
  await options.goto(reader.pageUrl('options.html'));
  await options.getByLabel('Địa chỉ của nguồn').fill(address);
  await options.getByLabel('Mã SHA-256 của tệp root.json đầu tiên').fill(fingerprint);
  await options.getByRole('button', { name: 'Theo dõi nguồn này' }).click();
  await expect(options.getByText('Đã theo dõi nguồn.')).toBeVisible();
  return options;
}

/** The texts that a page shows as reported numbers. */
export async function reportedOn(page: Page): Promise<string> {
  return ((await highlights(page))['canh-giac-reported'] ?? []).join();
}
