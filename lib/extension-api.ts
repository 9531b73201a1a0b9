import type { Browser } from 'webextension-polyfill';

type Globals = typeof globalThis & { readonly browser?: Browser; readonly chrome?: Browser };

/**
 * The extension API for scripts in pages, where webextension-polyfill's 10 kB would be paid by every page. Only what
 * both browsers give alike without it is used there: promises of sendMessage, listeners that answer nothing.
 */
export function extensionApi(): Browser | undefined {
  const { browser, chrome } = globalThis as Globals;
  return browser ?? chrome;
}
