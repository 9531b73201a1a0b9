/** Reads a .zip (or .xlsx) that came from elsewhere: caps on entries and unpacked bytes are counted, never believed. */
import { Inflate } from 'fflate';
import { ReportError } from '../report-error';

export interface ZipCaps {
  readonly entries: number;
  /** Unpacked bytes of all entries that are wanted. */
  readonly bytes: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const SLICE = 16 * 1024;

/**
 * The unpacked entries by name, those for which `wanted` gives true. Throws ReportError: ERR_REPORT_TOO_LARGE past a
 * cap, ERR_REPORT_FORMAT for anything but a plain archive (no zip64, no encryption, stored or deflated, names without
 * `..`, each once). Linear in packed and unpacked bytes.
 */
export function readZip(
  bytes: Uint8Array,
  caps: ZipCaps,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array<ArrayBuffer>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(bytes, view, caps, wanted);
  } catch (error) {
    if (error instanceof ReportError) throw error;
    // Offsets that lead out of the file, or bytes that are no deflate stream.
    throw new ReportError('ERR_REPORT_FORMAT', 'The archive is damaged.', { cause: error });
  }
}

function readEntries(bytes: Uint8Array, view: DataView, caps: ZipCaps, wanted: (name: string) => boolean) {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > caps.entries)
    throw new ReportError('ERR_REPORT_TOO_LARGE', `More than ${caps.entries} entries.`);
  const entries = new Map<string, Uint8Array<ArrayBuffer>>();
  const seen = new Set<string>();
  let left = caps.bytes;
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== CENTRAL) throw unreadable('its directory is damaged');
    const nameSize = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameSize));
    if (seen.has(name)) throw unreadable('a name stands in it twice');
    seen.add(name);
    if (wanted(name) && !name.endsWith('/')) {
      const content = contentOf(bytes, view, at, left);
      left -= content.length;
      entries.set(name, content);
    }
    at += CENTRAL_SIZE + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Place of the end record: the last one, before a comment of at most 64 kB. */
function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw unreadable('it is no zip');
}

function nameOf(raw: Uint8Array): string {
  const name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  if (name === '' || /^\/|\\|[\p{Cc}]|^[a-z]:/iu.test(name) || name.split('/').includes('..')) {
    throw unreadable('it holds a name that leads elsewhere');
  }
  return name;
}

function contentOf(
  bytes: Uint8Array,
  view: DataView,
  central: number,
  left: number,
): Uint8Array<ArrayBuffer> {
  const flags = view.getUint16(central + 8, true);
  const method = view.getUint16(central + 10, true);
  const packed = view.getUint32(central + 20, true);
  const size = view.getUint32(central + 24, true);
  const local = view.getUint32(central + 42, true);
  if (flags & 1) throw unreadable('it is encrypted');
  if (size > left) throw tooLarge();
  if (view.getUint32(local, true) !== LOCAL) throw unreadable('its directory is damaged');
  const start = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > bytes.length) throw unreadable('it is cut off');
  const raw = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw unreadable('it is packed in an unusual way');
  const content = method === 0 ? raw.slice() : inflated(raw, size);
  if (content.length !== size) throw unreadable('a length is wrong');
  return content;
}

/** Unpacks in small steps and stops as soon as there is more than the directory said. */
function inflated(raw: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw tooLarge();
    content.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < raw.length; at += SLICE) {
    inflate.push(raw.subarray(at, at + SLICE), at + SLICE >= raw.length);
  }
  if (filled !== size) throw unreadable('a length is wrong');
  return content;
}

function unreadable(why: string): ReportError {
  return new ReportError('ERR_REPORT_FORMAT', `The archive cannot be read: ${why}.`);
}

function tooLarge(): ReportError {
  return new ReportError('ERR_REPORT_TOO_LARGE', 'Unpacked, the archive is too large.');
}
