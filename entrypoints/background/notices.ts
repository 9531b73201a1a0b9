/** New and changed notices of the directory: a badge, and one quiet notification where the person turned that on. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Localised } from '../../lib/i18n/translate';
import { translate } from '../../lib/i18n/translate';
import { sha256, utf8 } from '../../lib/lists/feed/bytes';
import { freshNotices } from '../../lib/lists/fresh-notices';
import { noticesToday } from '../../lib/lists/notices-today';
import type { NoticesView } from '../../lib/page/views';
import { listsView } from './facts';
import { openLists } from './lists';
import { getLanguage } from './settings';
import { today } from './today';
import { showAll, showPopup } from './toolbar';
import { answered } from './troubles';

const KEY = 'notices';
const NOTIFICATION = 'notice';

const Kept = v.object({
  /** SHA-256 of each notice that was there, by its id. Absent before the first look. */
  seen: v.optional(v.record(v.string(), v.string())),
  /** Ids of feeds whose notices were looked at. */
  feeds: v.optional(v.array(v.string()), []),
  /** Ids of notices that were not opened yet. */
  fresh: v.optional(v.array(v.string()), []),
  notify: v.optional(v.boolean(), false),
});
type Kept = v.InferOutput<typeof Kept>;

async function kept(): Promise<Kept> {
  const parsed = v.safeParse(Kept, (await browser.storage.local.get(KEY))[KEY] ?? {});
  return parsed.success ? parsed.output : { feeds: [], fresh: [], notify: false };
}

async function keep(change: Partial<Kept>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await kept()), ...change } });
}

/** Shows on the toolbar button what holds for all tabs: notices that were not opened, lists that are too old. */
export async function showStanding(): Promise<void> {
  const [{ fresh }, { stale }] = await Promise.all([kept(), listsView()]);
  await showAll({ notices: fresh.length, old: stale });
}

async function notify(titles: readonly Localised[]): Promise<void> {
  const [first] = titles;
  if (!first || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const language = await getLanguage();
  await browser.notifications.create(NOTIFICATION, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/icon-128.png'),
    title: translate(language, 'notice_new'),
    message: first[language],
    // Firefox knows no `silent` and refuses what it does not know.
    ...(import.meta.env.FIREFOX ? {} : { silent: true }),
  });
}

/** Looks whether the notices in use are others than last time, and says so once. */
export async function announceNotices(): Promise<void> {
  const { lookup, store } = await openLists();
  // While only the built-in lists answer, the feeds' notices are away, not gone.
  if ((await lookup.state()).kind === 'embedded-only') return showStanding();
  // One that is to come is news on its first day.
  const notices = noticesToday(await lookup.widerDirectory(), today());
  const now = new Map<string, string>();
  for (const notice of notices) now.set(notice.id, await sha256(utf8(JSON.stringify(notice))));
  const feeds = (await store?.feeds().catch(() => [])) ?? [];
  const known = feeds.flatMap(({ id, live }) => (live?.documents.directory === undefined ? [] : [id]));
  const before = await kept();
  const found = freshNotices(before, now, known);
  const fresh = [...new Set([...before.fresh, ...found])].filter((id) => now.has(id));
  await keep({ seen: Object.fromEntries(now), feeds: known, fresh });
  await showStanding();
  if (before.notify) await notify(notices.filter(({ id }) => found.includes(id)).map(({ title }) => title));
}

export async function noticesView(): Promise<NoticesView> {
  const [{ lookup }, { fresh, notify: on }] = await Promise.all([openLists(), kept()]);
  const notices = noticesToday(await lookup.widerDirectory(), today());
  const shown = notices.filter(({ id }) => fresh.includes(id)).map(({ id, title }) => ({ id, title }));
  return { fresh: shown, notify: on };
}

/** The person opened a notice. */
export async function readNotice(id: string): Promise<void> {
  const fresh = (await kept()).fresh.filter((one) => one !== id);
  await keep({ fresh });
  await showStanding();
}

/** Turns the notification on or off; the page has asked for the permission with the press. */
export async function setNotify(on: boolean): Promise<void> {
  await keep({ notify: on });
}

let hears = false;

/** Opens the notices where the notification is pressed. There is nothing to hear until the permission is there. */
export function hearNotification(): void {
  const api = browser.notifications as typeof browser.notifications | undefined;
  if (hears || !api) return;
  hears = true;
  api.onClicked.addListener((id) => {
    if (id !== NOTIFICATION) return;
    const opened = noticesView().then(({ fresh: [first] }) =>
      browser.tabs.create({ url: browser.runtime.getURL(`notice.html${first ? `#${first.id}` : ''}`) }),
    );
    answered('open-notice', opened, () => showPopup(undefined));
  });
}
