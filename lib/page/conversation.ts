/** What stands before and after a bubble in its conversation: many say something only together. */
import type { PageSite } from '../lists/page-site';
import { closest, find, nextElement, previousElement, query } from './dom';
import { MAX_BEFORE, MAX_BEFORE_TEXT, MAX_STEPS_BACK } from './limits';
import { messageParts } from './message-parts';
import { rulesOf, type PageRules } from './site-rules';
import { readText } from './unit-text';

/** The row of a bubble among those of the conversation. */
const rowOf = (unit: Element, { root }: PageSite): Element => (root && closest(unit, root)) || unit;

/**
 * The bubbles of the same sender right before one, oldest first: its neighbours in the conversation, up to one that the
 * reader wrote, that is no message, or that follows the sender's name, which sites show once above a run of bubbles:
 * `first` is the one under it. The name is looked for past lines between bubbles, such as a date; what was said before
 * such a line stands apart.
 */
export function saidBefore(
  root: Element,
  rules: PageSite,
  page: PageRules | undefined,
  skip: string,
): { said: string[]; first: Element } {
  const said: string[] = [];
  let row = rowOf(root, rules);
  let first = root;
  const name = rules.senderName?.selector;
  let isJoined = true;
  for (let steps = 0; steps < MAX_STEPS_BACK && !(name && query(row, name)); steps++) {
    const previous = previousElement(row);
    const unit = previous && find(previous, rules.unit);
    if (!previous || (unit ? closest(unit, rules.own ?? '') : !name)) break;
    row = previous;
    isJoined &&= unit !== null;
    if (unit) first = unit;
    if (unit && isJoined && said.length < MAX_BEFORE)
      said.unshift(
        readText(messageParts(unit, rules, page), { skip })
          .words.trim()
          .slice(0, MAX_BEFORE_TEXT),
      );
  }
  return { said, first };
}

/**
 * The bubbles after one that has come or changed, which say something else by what is before them now; none where the
 * site's bubbles are judged by themselves. Those that were not read yet are read after it anyway.
 */
export function* bubblesAfter(
  unit: Element,
  page: PageRules,
  wasRead: (unit: Element) => boolean,
): Generator<Element, void> {
  const rules = rulesOf(unit, page);
  if (!rules?.own) return;
  for (let row = nextElement(rowOf(unit, rules)), i = 0; row && i < MAX_BEFORE; row = nextElement(row), i++) {
    const after = find(row, rules.unit);
    if (!after) return;
    if (wasRead(after)) yield after;
  }
}
