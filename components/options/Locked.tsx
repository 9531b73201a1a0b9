import type { EffectiveSettings, SettingName } from '../../lib/settings/schema';
import { usePeopleText } from '../people-text';

interface LockedProps {
  readonly name: SettingName;
  readonly effective: EffectiveSettings;
}

/** Who holds a setting, where the organisation's policy sets it. */
export function Locked({ name, effective }: LockedProps) {
  const text = usePeopleText();
  if (!effective.locked.includes(name)) return null;
  const owner = effective.owner === '' ? text('settings_locked_owner') : effective.owner;
  return <p class="locked">{text('settings_locked', { owner })}</p>;
}
