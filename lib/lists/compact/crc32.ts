/** CRC-32 (ISO 3309, as in zip and PNG): finds every flipped bit, and every burst of up to 32. */
const TABLE = new Int32Array(256).map((_zero, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
/** What a byte does one, two and three bytes further on: four bytes take one step. */
const further = (table: Int32Array) => table.map((crc) => (TABLE[crc & 255] ?? 0) ^ (crc >>> 8));
const SECOND = further(TABLE);
const THIRD = further(SECOND);
const FOURTH = further(THIRD);

/** The checksum of bytes from `start` on. Linear. */
export function crc32(bytes: Uint8Array, start = 0): number {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = -1;
  let i = start;
  for (; i + 4 <= bytes.length; i += 4) {
    crc ^= words.getInt32(i, true);
    crc =
      (FOURTH[crc & 255] ?? 0) ^
      (THIRD[(crc >>> 8) & 255] ?? 0) ^
      (SECOND[(crc >>> 16) & 255] ?? 0) ^
      (TABLE[crc >>> 24] ?? 0);
  }
  for (; i < bytes.length; i++) crc = (TABLE[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
