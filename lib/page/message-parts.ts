/** What of a unit is its message, by the rules of its site. */
import type { PageSite } from '../lists/page-site';
import { closest, contains, parentElement, query, queryAll } from './dom';
import type { PageRules } from './site-rules';

/**
 * The elements of a unit that are its message; those of units inside it are not, nor what is left out of it where there is
 * more. A unit without any is read whole, since sites rename things, unless other units stand in it.
 */
export function messageParts(
  root: Element,
  rules: PageSite | undefined,
  page: PageRules | undefined,
): Element[] {
  if (!rules?.text || !page) return [root];
  const text = rules.text;
  const all = [...queryAll(root, text)].filter((part) => {
    const parent = parentElement(part);
    return closest(part, page.anyUnit) === root && !(parent && closest(parent, text));
  });
  const parts = all.filter((part) => !isLeftOut(part, root, rules.skip));
  if (parts.length > 0) return parts;
  return all.length > 0 || query(root, page.anyUnit) ? all : [root];
}

/** True for what lies in a part of the unit that is no message. */
export function isLeftOut(element: Element, root: Element, skip: string | undefined): boolean {
  const part = skip && closest(element, skip);
  return !!part && part !== root && contains(root, part);
}
