/** CRC-32 (ISO 3309, as in zip and PNG): finds every flipped bit, and every burst of up to 32. */
const TABLE = new Int32Array(256).map((_zero, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of bytes from `start` on. Linear. */
export function crc32(bytes: Uint8Array, start = 0): number {
  let crc = -1;
  for (let i = start; i < bytes.length; i++) crc = (TABLE[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
