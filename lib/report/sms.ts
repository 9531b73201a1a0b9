/** Messages to the lines that take reports, in the syntax that the directory prints with its source. Pure. */

/** The national line that takes reports; other messages, such as those against advertising, are not offered to people. */
export const NATIONAL_LINE = '156';

/** Longest content that is put in: the whole stays within a few messages, and its QR code readable. */
const MAX_CONTENT = 160;

/**
 * The message of a syntax such as `LD (số điện thoại) (nội dung cuộc gọi)`: the first bracket takes the number, the
 * next the content. A bracket stays as it stands where nothing is given for it. O(length).
 */
export function smsText(syntax: string, number: string, content: string): string {
  const given = [number, content].map((part) => part.toWellFormed().replace(/\s+/g, ' ').trim());
  let place = 0;
  return syntax.replace(/\([^)]*\)/g, (bracket) => {
    const part = given[place++] ?? '';
    return part === '' ? bracket : Array.from(part).slice(0, MAX_CONTENT).join('');
  });
}

/** `sms:` address that opens a message on a phone (RFC 5724); undefined where `to` is no short code or number. */
export function smsHref(to: string, body: string): string | undefined {
  return /^\+?\d{3,15}$/.test(to) ? `sms:${to}?body=${encodeURIComponent(body)}` : undefined;
}
