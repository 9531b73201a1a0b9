/** Links whose address may matter whatever the words around them say. */
import { queryAll } from './dom';

/** True where a link in an element leads to another site, calls or chats. */
export function leadsOut(element: Element): boolean {
  return [...queryAll(element, 'a[href]')].some((link) => (link as HTMLAnchorElement).host !== location.host);
}
