/** Addresses of links that data brings along. Anything unexpected gives undefined, and the view shows plain text. */

/** `tel:` address of a number in E.164 or of a short code. */
export function telHref(number: string): string | undefined {
  return /^\+?\d{3,15}$/.test(number) ? `tel:${number}` : undefined;
}

/** The address if it leads to a web page; feed data must never bring another scheme into a link. */
export function webHref(url: string): string | undefined {
  return /^https?:\/\/[^\s]+$/i.test(url) ? url : undefined;
}
