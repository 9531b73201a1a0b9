const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 to signed bytes; written here because this room knows neither browser nor Node. */
export function bytesOf(base64: string): Int8Array {
  const values = new Uint8Array(128);
  for (let at = 0; at < DIGITS.length; at++) values[DIGITS.charCodeAt(at)] = at;
  const bytes = new Int8Array((base64.replace(/=+$/, '').length * 3) >> 2);
  let held = 0;
  let bits = 0;
  let to = 0;
  for (let at = 0; at < base64.length && to < bytes.length; at++) {
    held = ((held << 6) | (values[base64.charCodeAt(at)] ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[to++] = held >> bits;
  }
  return bytes;
}
