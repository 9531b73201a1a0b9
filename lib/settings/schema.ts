/** The person's settings, and what an organisation's policy sets in their place. Pure. */
import * as v from 'valibot';
import { LANGUAGES } from '../i18n/translate';
import { SENSITIVITIES } from '../phrasing/sensitivity';

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];
export const MAX_SITES_OFF = 500;

/** A host as sites are switched on and off by. */
export const SiteHost = v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9.-]+$/));

const fields = {
  language: v.picklist(LANGUAGES),
  appearance: v.picklist(APPEARANCES),
  sensitivity: v.picklist(SENSITIVITIES),
  /** The number of warnings at the toolbar button. */
  badge: v.boolean(),
  /** At danger the card opens without a press. */
  opensItself: v.boolean(),
  /** Hosts where nothing is watched though the browser allows it. */
  sitesOff: v.pipe(v.array(SiteHost), v.maxLength(MAX_SITES_OFF)),
};

export const DEFAULTS: Settings = {
  language: 'vi',
  appearance: 'system',
  sensitivity: 'usual',
  badge: true,
  opensItself: true,
  sitesOff: [],
};

const AllSettings = v.object(fields);
export type Settings = v.InferOutput<typeof AllSettings>;
export type SettingName = keyof Settings;

/** A change of some settings; a name or value that is not known is refused. */
export const SettingsChange = v.partial(v.strictObject(fields));
export type SettingsChange = v.InferOutput<typeof SettingsChange>;

/** The file of an export. */
export const SettingsFile = v.object({
  format: v.literal('canh-giac-settings'),
  version: v.literal(1),
  settings: SettingsChange,
});

/** What an organisation's policy says of settings: `settings` hold whatever the person chose, `owner` is shown. */
const Policy = v.object({
  owner: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  settings: v.optional(v.record(v.string(), v.unknown()), {}),
});

export interface EffectiveSettings {
  readonly settings: Settings;
  /** Settings that the person cannot change. */
  readonly locked: readonly SettingName[];
  /** Who set them; empty where the policy does not say. */
  readonly owner: string;
}

/** Known and valid fields of a stored or managed value, each judged alone: one bad value does not lose the others. */
export function validFields(value: unknown): SettingsChange {
  const given = v.safeParse(v.record(v.string(), v.unknown()), value);
  if (!given.success) return {};
  const entries = Object.entries(fields).flatMap(([name, field]) => {
    const parsed = v.safeParse<v.GenericSchema>(field, given.output[name]);
    return name in given.output && parsed.success ? [[name, parsed.output] as const] : [];
  });
  return v.parse(SettingsChange, Object.fromEntries(entries));
}

/** Settings with one site switched on or off. Throws where more sites would be off than are kept. */
export function withSite(settings: SettingsChange, host: string, on: boolean): SettingsChange {
  const others = (settings.sitesOff ?? []).filter((one) => one !== host);
  return v.parse(SettingsChange, { ...settings, sitesOff: on ? others : [...others, host] });
}

/** The settings in force: the policy's, else the person's, else the defaults. */
export function effectiveSettings(stored: unknown, managed: unknown): EffectiveSettings {
  const policy = v.safeParse(Policy, managed);
  const set = policy.success ? validFields(policy.output.settings) : {};
  return {
    settings: v.parse(AllSettings, { ...DEFAULTS, ...validFields(stored), ...set }),
    locked: Object.keys(set) as SettingName[],
    owner: policy.success ? policy.output.owner : '',
  };
}
