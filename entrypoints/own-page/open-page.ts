/** Opens a page of ours in the language and look that the person chose: nobody sees it in another one first. */
import type { ComponentChildren } from 'preact';
import { mountPage } from '../../components/trouble/mount-page';
import { markDocument } from '../../lib/page/extension-page';
import { storedSettings } from './stored-settings';

export async function openPage(page: ComponentChildren): Promise<void> {
  try {
    markDocument((await storedSettings()).settings);
  } catch (error) {
    // The page asks the background too, and tells what fails.
    console.error(error);
  }
  mountPage(page);
}
