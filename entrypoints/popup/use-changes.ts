import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { changesSince, type VersionChanges } from '../../lib/i18n/changes';
import type { Language } from '../../lib/i18n/translate';
import { send } from '../../lib/message-client';

interface ChangesInPopup {
  readonly changes: readonly VersionChanges[];
  readonly changesRead: boolean;
}

/** What changed with the last update; read as soon as it is `shown`. */
export function useChanges(language: Language, shown: boolean): ChangesInPopup {
  const [since, setSince] = useState<string>();
  const [changesRead, setRead] = useState(false);
  useEffect(() => {
    void send('changes', {}).then((answer) => setSince(answer.since));
  }, []);
  useEffect(() => {
    if (!shown || since === undefined) return;
    setRead(true);
    void send('changes-read', {});
  }, [shown, since]);
  const current = browser.runtime.getManifest().version;
  return { changes: since === undefined ? [] : changesSince(language, since, current), changesRead };
}
