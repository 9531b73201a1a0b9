/** Sites whose selectors found nothing lately, so that their pages were read in the general way. Kept on this computer. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { today } from './today';

const KEY = 'general-sites';
const MAX_SITES = 100;
const Sites = v.fallback(v.record(v.string(), v.string()), {});

/** Remembers that pages of these sites were read in the general way today; private windows leave nothing. */
export async function noteGeneral(tabId: number, sites: readonly string[]): Promise<void> {
  if (sites.length === 0 || (await browser.tabs.get(tabId)).incognito) return;
  const known = await generalSites();
  const now = today();
  if (sites.every((site) => known[site] === now)) return;
  const all = { ...known, ...Object.fromEntries(sites.map((site) => [site, now])) };
  await browser.storage.local.set({ [KEY]: Object.fromEntries(Object.entries(all).slice(-MAX_SITES)) });
}

/** The sites, each with the ISO date when it was last read in the general way. */
export async function generalSites(): Promise<Record<string, string>> {
  return v.parse(Sites, (await browser.storage.local.get(KEY))[KEY]);
}
