import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { useFeedText } from '../../components/options/feeds/feed-texts';
import { NotifySwitch } from '../../components/options/feeds/NotifySwitch';
import { OptionsSection } from '../../components/options/OptionsSection';
import { send } from '../../lib/message-client';

/** Whether new notices are told by a notification of the system. */
export function NoticesSection() {
  const text = useFeedText();
  const [on, setOn] = useState<boolean>();
  const [denied, setDenied] = useState(false);
  useEffect(() => {
    void send('notices', {}).then(({ notify }) => setOn(notify));
  }, []);
  const change = async (next: boolean) => {
    // The request must be the first thing after the press, while the browser still knows of it.
    const granted = !next || (await browser.permissions.request({ permissions: ['notifications'] }));
    setDenied(!granted);
    setOn(next && granted);
    await send('notify', { on: next && granted });
  };
  if (on === undefined) return null;
  return (
    <OptionsSection id="notices" title={text('notices')}>
      <NotifySwitch on={on} denied={denied} onChange={(next) => void change(next)} />
    </OptionsSection>
  );
}
