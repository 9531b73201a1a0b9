/** The change note: after an update that matters to people, the popup has a line until it was read. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { changesSince } from '../../lib/i18n/changes';

const KEY = 'changes-since';
const Version = v.optional(v.pipe(v.string(), v.regex(/^\d+(\.\d+){0,3}$/)));

/** The extension was updated from `previous`: a note that was not read yet goes on from where it began. */
export async function noteUpdate(previous: string): Promise<void> {
  const since = (await unreadSince()) ?? previous;
  const matters = changesSince('vi', since, browser.runtime.getManifest().version).length > 0;
  if (matters) await browser.storage.local.set({ [KEY]: since });
}

/** The version after which everything is new to the person; undefined where all was read. */
export async function unreadSince(): Promise<string | undefined> {
  const stored = v.safeParse(Version, (await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.output : undefined;
}

/** The person opened the note. */
export async function readChanges(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
