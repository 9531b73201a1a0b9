/** Units that the person hid. Private windows leave nothing on disk: theirs are kept in session memory. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Verdict } from '../../lib/analysis/types';
import { openLists } from './lists';

const SESSION_KEY = 'hidden-in-private';
const MAX_PRIVATE = 500;
const Keys = v.fallback(v.array(v.string()), []);

/**
 * The key of a unit on a site: SHA-256 of host and what was found, so that no text a person read is stored, and so that
 * a clock or a count of likes that ticks in the unit does not bring a hidden warning back.
 */
export async function hideKey(host: string, text: string, { findings }: Verdict): Promise<string> {
  const found = findings.map((one) =>
    one.kind === 'phone' ? one.number : 'raw' in one ? one.raw : one.address,
  );
  const bytes = new TextEncoder().encode([host, ...(found.length > 0 ? found : [text])].join('\n'));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Those of the keys that the person hid, in ordinary windows or in private ones. */
export async function hiddenKeys(keys: readonly string[], incognito: boolean): Promise<ReadonlySet<string>> {
  if (incognito) return new Set(await privateKeys());
  const { store } = await openLists();
  return store ? store.isHidden(keys).catch(() => new Set<string>()) : new Set();
}

/** Remembers that a unit is hidden, or that it no longer is. */
export async function setHidden(key: string, hidden: boolean, incognito: boolean): Promise<void> {
  if (incognito) {
    const others = (await privateKeys()).filter((known) => known !== key);
    await browser.storage.session.set({
      [SESSION_KEY]: (hidden ? [...others, key] : others).slice(-MAX_PRIVATE),
    });
    return;
  }
  const { store } = await openLists();
  await (hidden ? store?.hide(key) : store?.unhide(key));
}

async function privateKeys(): Promise<string[]> {
  return v.parse(Keys, (await browser.storage.session.get(SESSION_KEY))[SESSION_KEY]);
}
