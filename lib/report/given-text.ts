/** Text to look up, on its way from context menu or shortcut to the panel: in session memory, taken once. */
import * as v from 'valibot';

export const GIVEN_KEY = 'look-up';
const MAX_TEXT = 20_000;
export const GivenText = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TEXT));

/** What a press of the context menu was about: the address of a link, else the selected text. Undefined for nothing. */
export function givenTextOf(pressed: {
  readonly linkUrl?: string | undefined;
  readonly selectionText?: string | undefined;
}): string | undefined {
  const text = pressed.linkUrl === undefined ? pressed.selectionText : textOfLink(pressed.linkUrl);
  return text?.trim().slice(0, MAX_TEXT) || undefined;
}

/** Links that call or write a message hold their number; of others the address itself is looked up. */
function textOfLink(href: string): string {
  const match = /^(?:tel|sms|callto):([^?]*)/i.exec(href);
  if (!match?.[1]) return href;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return match[1];
  }
}
