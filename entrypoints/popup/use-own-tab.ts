import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

/**
 * The tab that is spoken of: the active one of the window, or the one named in the address (`?tab=`) where the popup
 * has a tab of its own. With `follow` it changes with the active tab.
 */
export function useOwnTab(follow: boolean): number | undefined {
  const [tabId, setTabId] = useState<number>();
  useEffect(() => {
    const named = Number(new URLSearchParams(location.search).get('tab'));
    if (named > 0) {
      setTabId(named);
      return undefined;
    }
    const look = () =>
      void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => setTabId(tab?.id));
    look();
    if (!follow) return undefined;
    browser.tabs.onActivated.addListener(look);
    return () => browser.tabs.onActivated.removeListener(look);
  }, [follow]);
  return tabId;
}
