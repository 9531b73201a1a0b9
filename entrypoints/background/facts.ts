import { contactsByNumber } from '../../lib/lists/standings';
import { formatNumber } from '../../lib/numbers/format';
import type { CardFacts, HotlineContact, ListsView } from '../../lib/page/views';
import { openLists } from './lists';
import { getLanguage } from './settings';
import { today } from './today';

/** The lines a card offers: the notice's own, the police, the national report lines. */
const CARD_LINES = ['+842923899588', '+842923811502', '113', '156'];

/** Language, date and hotlines for a card. */
export async function cardFacts(): Promise<CardFacts> {
  const [{ lookup }, language] = await Promise.all([openLists(), getLanguage()]);
  const contacts = contactsByNumber(await lookup.directory());
  const hotlines = CARD_LINES.flatMap((number): HotlineContact[] => {
    const contact = contacts.get(number)?.[0];
    return contact ? [{ ...contact, number }] : [];
  });
  const displays = Object.fromEntries(CARD_LINES.map((number) => [number, formatNumber(number)]));
  return { language, now: today(), hotlines, displays };
}

/** The lists in use and how old they are. */
export async function listsView(): Promise<ListsView> {
  const { lookup } = await openLists();
  const [directory, age, state] = await Promise.all([lookup.directory(), lookup.age(), lookup.state()]);
  return {
    directory,
    version: age.version,
    published: age.published,
    // Until a feed is followed, the lists that came with the extension are the newest there are.
    embedded: true,
    ...(state.kind === 'embedded-only' && { error: state.code }),
  };
}
