import type { Bytes } from '../feed/bytes';

/** The bytes of base64. Throws DOMException where it is none. */
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** The base64 of bytes. Linear; a spread of all bytes at once would overflow the stack. */
export function toBase64(bytes: Bytes): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
