import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { Erase } from '../../components/options/Erase';
import { OptionsSection } from '../../components/options/OptionsSection';
import { usePeopleText } from '../../components/people-text';
import type { PeopleKey } from '../../lib/i18n/people';
import { send } from '../../lib/message-client';
import { eraseEvidence } from '../../lib/report/evidence/store';
import { eraseMarks, listMarks } from '../../lib/report/mark-store';
import { marksCsv } from '../../lib/report/marks';
import { SettingsFile, type Settings, type SettingsChange } from '../../lib/settings/schema';
import { download } from '../evidence/download';

interface DataSectionProps {
  readonly settings: Settings;
  readonly onApply: (args: { change?: SettingsChange; reset?: boolean }) => Promise<void>;
}

/** Longest file of settings that is read, in bytes. */
const MAX_FILE = 200_000;

/** Everything that is kept on the device: export, import, erase. */
export function DataSection({ settings, onApply }: DataSectionProps) {
  const text = usePeopleText();
  const [note, setNote] = useState<PeopleKey>();
  const run = (job: () => Promise<unknown>, done?: PeopleKey) =>
    void job().then(
      () => setNote(done),
      () => setNote('settings_failed'),
    );
  const exportSettings = () => {
    const file = { format: 'canh-giac-settings', version: 1, settings };
    const json = `${JSON.stringify(file, null, 2)}\n`;
    download(new Blob([json], { type: 'application/json' }), 'canh-giac-cai-dat.json');
  };
  const exportMarks = async () =>
    download(new Blob([marksCsv(await listMarks())], { type: 'text/csv' }), 'canh-giac-danh-dau.csv');
  const importSettings = async (file: File) => {
    const change = file.size > MAX_FILE ? undefined : settingsIn(await file.text());
    if (!change) {
      setNote('settings_import_bad');
      return;
    }
    await onApply({ change });
    setNote('settings_kept');
  };
  return (
    <OptionsSection id="data" title={text('settings_data')}>
      <p class="muted">{text('settings_data_note')}</p>
      <p class="actions">
        <button
          type="button"
          class="button"
          onClick={() => run(() => send('open-page', { page: 'evidence' }))}
        >
          {text('settings_evidence')}
        </button>
        <button type="button" class="button" onClick={() => run(exportMarks)}>
          {text('settings_marks_export')}
        </button>
        <button type="button" class="button" onClick={exportSettings}>
          {text('settings_export')}
        </button>
      </p>
      <label class="field">
        {text('settings_import')}
        <input
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            if (file) void importSettings(file).then(() => (input.value = ''));
          }}
        />
      </label>
      <Erase label={text('settings_erase_marks')} onErase={() => run(eraseMarks, 'settings_erased')} />
      <Erase label={text('settings_erase_evidence')} onErase={() => run(eraseEvidence, 'settings_erased')} />
      <Erase
        label={text('settings_erase_settings')}
        onErase={() => run(() => onApply({ reset: true }), 'settings_erased')}
      />
      <p role="status">{note && text(note)}</p>
    </OptionsSection>
  );
}

/** The settings of a file; undefined where it is anything else, all of it or none. */
function settingsIn(json: string): SettingsChange | undefined {
  try {
    return v.parse(SettingsFile, JSON.parse(json)).settings;
  } catch {
    return undefined;
  }
}
