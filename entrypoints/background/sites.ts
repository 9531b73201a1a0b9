/** Sites beyond the manifest's that the person allowed: the content script is registered for them. */
import browser, { type Scripting } from 'webextension-polyfill';
import { HIGHLIGHT_SHEET, PAGE_SCRIPT } from './files';

const SCRIPT_ID = 'allowed-sites';

/** The origins where the manifest itself runs the content script. */
function manifestOrigins(): Set<string> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return new Set(scripts.flatMap((script) => script.matches));
}

let syncing: Promise<unknown> = Promise.resolve();

/**
 * Registers the content script for exactly the origins that were granted beyond the manifest's. One call after the other:
 * the browser tells of a change while a page of ours asks for it, and the second of two would take out what is gone.
 */
export function syncAllowedSites(): Promise<void> {
  const done = syncing.then(sync);
  syncing = done.catch(() => undefined);
  return done;
}

async function sync(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = manifestOrigins();
  const matches = origins.filter((origin) => !own.has(origin));
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script: Scripting.RegisteredContentScript = {
    id: SCRIPT_ID,
    matches,
    js: [PAGE_SCRIPT],
    css: [HIGHLIGHT_SHEET],
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle',
    persistAcrossSessions: true,
  };
  if (known.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** True where the extension may watch a page of this address. */
export async function isAllowed(url: string): Promise<boolean> {
  const origin = originPattern(url);
  return origin !== undefined && browser.permissions.contains({ origins: [origin] });
}

/** The match pattern of an address's origin; undefined where no extension can be allowed. */
export function originPattern(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (!parsed || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return undefined;
  return `${parsed.protocol}//${parsed.hostname}/*`;
}
