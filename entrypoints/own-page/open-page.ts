/** Opens a page of ours in the language and look that the person chose: nobody sees it in another one first. */
import type { ComponentChildren } from 'preact';
import { mountPage } from '../../components/trouble/mount-page';
import { markDocument } from '../../lib/page/extension-page';
import { storedSettings } from './stored-settings';

/** A storage that does not answer must not leave a page empty; the page itself then tells what fails. */
const LONGEST_WAIT_MS = 2000;

export async function openPage(page: ComponentChildren): Promise<void> {
  const late = new Promise<undefined>((done) => setTimeout(done, LONGEST_WAIT_MS));
  try {
    const stored = await Promise.race([storedSettings(), late]);
    if (stored) markDocument(stored.settings);
  } catch (error) {
    // The page asks the background too, and tells what fails.
    console.error(error);
  }
  mountPage(page);
}
