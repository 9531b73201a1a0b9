import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { TroubleList } from '../../components/trouble/TroubleList';
import { send } from '../../lib/message-client';
import { TROUBLES_KEY, type Troubles } from '../../lib/troubles';

/** What failed in the background, now and while the page is open. */
export function BackgroundTroubles() {
  const [troubles, setTroubles] = useState<Troubles>({});
  useEffect(() => {
    const look = () => void send('troubles', {}).then(setTroubles);
    const changed = (changes: Record<string, unknown>) => {
      if (TROUBLES_KEY in changes) look();
    };
    look();
    browser.storage.onChanged.addListener(changed);
    return () => browser.storage.onChanged.removeListener(changed);
  }, []);
  return <TroubleList troubles={troubles} onRead={(task) => void send('trouble-read', { task })} />;
}
