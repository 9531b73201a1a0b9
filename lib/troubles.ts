/** What failed in the background while no page of ours waited for the answer, as it is kept on this computer. Pure. */
import * as v from 'valibot';

/** What a person began outside of our pages: by context menu, shortcut or notification. */
export const ASKED_TASKS = ['look-up', 'open-panel', 'save-evidence', 'open-card', 'open-notice'] as const;
/** What the extension does by itself. */
export const OWN_TASKS = [
  'judging',
  'toolbar',
  'feeds',
  'phrase-pack',
  'policy',
  'sites',
  'menus',
  'welcome',
] as const;

export const TROUBLE_TASKS = [...ASKED_TASKS, ...OWN_TASKS] as const;
export type AskedTask = (typeof ASKED_TASKS)[number];
export type OwnTask = (typeof OWN_TASKS)[number];
export type TroubleTask = (typeof TROUBLE_TASKS)[number];

/** ISO date of the last failure of each task: never more than one a task, and nothing of what was read. */
export type Troubles = Partial<Record<TroubleTask, string>>;

const Stored = v.fallback(v.record(v.string(), v.pipe(v.string(), v.isoDate())), {});

/** The troubles that are stored; whatever else stands there is passed over. */
export function storedTroubles(stored: unknown): Troubles {
  const kept = v.parse(Stored, stored);
  return Object.fromEntries(
    TROUBLE_TASKS.flatMap((task) => (kept[task] === undefined ? [] : [[task, kept[task]]])),
  );
}

/** Where they are stored; our pages listen to it. */
export const TROUBLES_KEY = 'troubles';
