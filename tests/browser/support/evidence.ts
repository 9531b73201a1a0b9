/** Puts many records with pictures into the evidence database, by the extension's own store. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundle } from './bundle';

/** Adds `count` records with one picture of `bytes` random bytes each; gives the SHA-256 of every picture. */
export async function addMany(page: Page, count: number, bytes: number): Promise<string[]> {
  await page.evaluate(await bundle(join(import.meta.dirname, 'evidence-page.ts')));
  return page.evaluate<string[]>(`canhGiacEvidence.addMany(${count}, ${bytes})`);
}
