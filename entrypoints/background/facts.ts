import { listsInUse } from '../../lib/lists/feed/view';
import { formatNumber } from '../../lib/numbers/format';
import { CARD_LINES, cardHotlines } from '../../lib/page/card-hotlines';
import type { CardFacts, ListsView } from '../../lib/page/views';
import { openLists } from './lists';
import { getSettings } from './settings';
import { today } from './today';

/** Language, looks, date and hotlines for a card. */
export async function cardFacts(): Promise<CardFacts> {
  const [{ lookup }, { settings }] = await Promise.all([openLists(), getSettings()]);
  const { language, appearance, opensItself } = settings;
  const hotlines = cardHotlines(await lookup.directory());
  const displays = Object.fromEntries(CARD_LINES.map((number) => [number, formatNumber(number)]));
  return { language, appearance, opensItself, now: today(), hotlines, displays };
}

/** The lists in use and how old they are. */
export async function listsView(): Promise<ListsView> {
  const { lookup, store } = await openLists();
  const [directory, age, state, noticeFeeds] = await Promise.all([
    lookup.widerDirectory(),
    lookup.age(),
    lookup.state(),
    lookup.noticeFeeds(),
  ]);
  const feeds = (await store?.feeds().catch(() => [])) ?? [];
  return {
    directory,
    ...listsInUse(age, state, feeds, Date.now()),
    noticeFeeds: Object.fromEntries(noticeFeeds),
    ...(state.kind === 'embedded-only' && { error: state.code }),
  };
}
