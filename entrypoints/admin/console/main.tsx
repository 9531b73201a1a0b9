import '../../../components/admin/console.css';
import browser from 'webextension-polyfill';
import { mountPage } from '../../../components/trouble/mount-page';
import { Console } from './Console';

/** Marks the document with the language chosen before: nobody sees the console in another one first. */
async function markLanguage(): Promise<void> {
  const { language } = await browser.storage.local.get('language');
  document.documentElement.lang = language === 'en' ? 'en' : 'vi';
}

void markLanguage()
  .catch(console.error)
  .finally(() => mountPage(<Console />));
