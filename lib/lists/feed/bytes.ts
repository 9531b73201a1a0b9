/** Bytes as WebCrypto takes them, hex, and SHA-256. */
export type Bytes = Uint8Array<ArrayBuffer>;

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** The text of UTF-8 bytes; throws TypeError where they are none. */
export function textOf(bytes: Bytes): string {
  return DECODER.decode(bytes);
}

/** Lower-case hex, two digits a byte. */
export function toHex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of a hex text, whose form the caller has checked. */
export function fromHex(hex: string): Bytes {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** Given to the browser in the place of bytes: what it is given it keeps until some late collection. */
let given = new Uint8Array(65_536);

/** SHA-256. */
export async function digest(bytes: Uint8Array): Promise<Bytes> {
  if (given.length < bytes.length) given = new Uint8Array(bytes.length);
  given.set(bytes);
  // The call takes a copy before it answers, so the next one may use the same place.
  return new Uint8Array(await crypto.subtle.digest('SHA-256', given.subarray(0, bytes.length)));
}

/** SHA-256 in hex. */
export async function sha256(bytes: Bytes): Promise<string> {
  return toHex(await digest(bytes));
}

/** True where both hold the same bytes. */
export function sameBytes(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/**
 * Gives the memory of bytes back at once, which nobody may read any more: of files that come one after the other, the
 * collector lets tens of megabytes pile up. Browsers without the means wait for it.
 */
export function release({ buffer }: Bytes): void {
  if ('transfer' in buffer) buffer.transfer(0);
}

/** Several pieces as one. */
export function joined(pieces: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
