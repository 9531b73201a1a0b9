import { useEffect, useState } from 'preact/hooks';
import { Choice } from '../../components/options/Choice';
import { Locked } from '../../components/options/Locked';
import { OptionsSection } from '../../components/options/OptionsSection';
import { Tick } from '../../components/options/Tick';
import { usePeopleText } from '../../components/people-text';
import { LANGUAGES } from '../../lib/i18n/translate';
import { send } from '../../lib/message-client';
import type { Arguments, Results } from '../../lib/messages';
import { SENSITIVITIES } from '../../lib/phrasing/sensitivity';
import { APPEARANCES, type EffectiveSettings, type SettingsChange } from '../../lib/settings/schema';
import { DataSection } from './DataSection';
import { WatchedSites } from './WatchedSites';

interface SettingsSectionsProps {
  /** Called when language or appearance may have changed. */
  readonly onLooks: () => void;
}

/** Sites, sensitivity, looks, notifications and data. */
export function SettingsSections({ onLooks }: SettingsSectionsProps) {
  const text = usePeopleText();
  const [effective, setEffective] = useState<EffectiveSettings>();
  const [examples, setExamples] = useState<Results['sensitivity-examples']>({});
  useEffect(() => {
    void send('settings', {}).then(setEffective);
    void send('sensitivity-examples', {}).then(setExamples);
  }, []);
  if (!effective) return null;
  const { settings, locked } = effective;
  const apply = async (args: Arguments<'settings'>) => {
    setEffective(await send('settings', args));
    onLooks();
  };
  const change = (next: SettingsChange) => void apply({ change: next });
  const held = (name: keyof typeof settings) => locked.includes(name);
  return (
    <>
      <WatchedSites effective={effective} onSwitch={(host, on) => void apply({ site: { host, on } })} />
      <OptionsSection id="sensitivity" title={text('settings_sensitivity')}>
        <Choice
          legend={text('settings_sensitivity_note')}
          value={settings.sensitivity}
          disabled={held('sensitivity')}
          onChoose={(sensitivity) => change({ sensitivity })}
          options={SENSITIVITIES.map((value) => ({
            value,
            label: text(`settings_${value}`),
            note: (
              <>
                <p>{text(`settings_${value}_note`)}</p>
                {examples[value] !== undefined && (
                  <p>{text('settings_example', { text: examples[value] })}</p>
                )}
              </>
            ),
          }))}
        >
          <Locked name="sensitivity" effective={effective} />
        </Choice>
      </OptionsSection>
      <OptionsSection id="looks" title={text('settings_looks')}>
        <Choice
          legend={text('settings_language')}
          value={settings.language}
          disabled={held('language')}
          onChoose={(language) => change({ language })}
          options={LANGUAGES.map((value) => ({ value, label: text(`language_${value}`) }))}
        >
          <Locked name="language" effective={effective} />
        </Choice>
        <Choice
          legend={text('settings_appearance')}
          value={settings.appearance}
          disabled={held('appearance')}
          onChoose={(appearance) => change({ appearance })}
          options={APPEARANCES.map((value) => ({ value, label: text(`settings_${value}`) }))}
        >
          <Locked name="appearance" effective={effective} />
        </Choice>
      </OptionsSection>
      <OptionsSection id="notifications" title={text('settings_notifications')}>
        <Tick
          label={text('settings_badge')}
          checked={settings.badge}
          disabled={held('badge')}
          onChange={(badge) => change({ badge })}
        />
        <Locked name="badge" effective={effective} />
        <Tick
          label={text('settings_opens')}
          checked={settings.opensItself}
          disabled={held('opensItself')}
          onChange={(opensItself) => change({ opensItself })}
        />
        <Locked name="opensItself" effective={effective} />
      </OptionsSection>
      <DataSection settings={settings} onApply={apply} />
    </>
  );
}
