/** What the organisation's policy says. */
import browser from 'webextension-polyfill';
import { noteTrouble } from './troubles';

/** Firefox refuses with these words where no policy is set; Chromium gives an empty object. */
export const NO_POLICY = 'Managed storage manifest not found';

/**
 * Asks the browser for the policy. Undefined where it cannot be read: then what it said last goes on to hold, so that no
 * fault unlocks anything.
 */
export async function managedStorage(): Promise<Record<string, unknown> | undefined> {
  try {
    return await browser.storage.managed.get();
  } catch (error) {
    if (error instanceof Error && error.message === NO_POLICY) return {};
    noteTrouble('policy', error);
    return undefined;
  }
}
