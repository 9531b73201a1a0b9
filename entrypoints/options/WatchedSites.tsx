import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Locked } from '../../components/options/Locked';
import { OptionsSection } from '../../components/options/OptionsSection';
import { Tick } from '../../components/options/Tick';
import { usePeopleText } from '../../components/people-text';
import type { PeopleKey } from '../../lib/i18n/people';
import { send } from '../../lib/message-client';
import { siteOf } from '../../lib/settings/site';
import type { EffectiveSettings } from '../../lib/settings/schema';

interface WatchedSitesProps {
  readonly effective: EffectiveSettings;
  readonly onSwitch: (host: string, on: boolean) => void;
}

/** Which sites are read: those of the manifest and those that the person added. */
export function WatchedSites({ effective, onSwitch }: WatchedSitesProps) {
  const text = usePeopleText();
  const [address, setAddress] = useState('');
  const [note, setNote] = useState<PeopleKey>();
  const { own, added, refresh } = useOrigins();
  const { sitesOff } = effective.settings;
  const add = async () => {
    const site = siteOf(address);
    if (!site) {
      setNote('settings_sites_bad');
      return;
    }
    // The request must be the first thing after the press, while the browser still knows of it.
    const granted = await browser.permissions.request({ origins: [site.pattern] }).catch(() => false);
    if (!granted) {
      setNote('settings_sites_refused');
      return;
    }
    await send('sites-changed', {});
    onSwitch(site.host, true);
    setAddress('');
    setNote('settings_sites_added');
    await refresh();
  };
  const remove = async (pattern: string) => {
    await browser.permissions.remove({ origins: [pattern] });
    // What stands here is what the browser says, whatever becomes of the rest.
    await refresh();
    await send('sites-changed', {});
  };
  return (
    <OptionsSection id="watched-sites" title={text('settings_sites')}>
      <p class="muted">{text('settings_sites_note')}</p>
      <Locked name="sitesOff" effective={effective} />
      <ul class="sites">
        {own.map((host) => (
          <li key={host}>
            <Tick
              label={host}
              checked={!sitesOff.includes(host)}
              disabled={effective.locked.includes('sitesOff')}
              onChange={(on) => onSwitch(host, on)}
            />
          </li>
        ))}
      </ul>
      {added.length > 0 && (
        <>
          <h3>{text('settings_sites_own')}</h3>
          <ul class="sites">
            {added.map((pattern) => {
              const host = siteOf(pattern.replace(/\/\*$/, ''))?.host ?? pattern;
              return (
                <li key={pattern}>
                  <button type="button" class="button small" onClick={() => void remove(pattern)}>
                    {text('settings_sites_remove', { host })}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label class="field">
          {text('settings_sites_add')}
          <input
            autocomplete="off"
            spellcheck={false}
            maxLength={300}
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <p class="actions">
          <button type="submit" class="button">
            {text('settings_sites_add_button')}
          </button>
        </p>
      </form>
      <p role="status">{note && text(note)}</p>
    </OptionsSection>
  );
}

/** Hosts of the manifest, and match patterns that the person allowed beyond them. */
function useOrigins() {
  const manifest = browser.runtime.getManifest();
  const patterns = (manifest.content_scripts ?? []).flatMap(({ matches }) => matches);
  const own = [...new Set(patterns.map((pattern) => pattern.replace(/^\w+:\/\/|\/\*$/g, '')))];
  const [added, setAdded] = useState<readonly string[]>([]);
  const refresh = async () => {
    const { origins = [] } = await browser.permissions.getAll();
    setAdded(origins.filter((origin) => !patterns.includes(origin)));
  };
  useEffect(() => void refresh(), []);
  return { own, added, refresh };
}
