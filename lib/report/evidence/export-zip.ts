/** Writes evidence as one .zip: report for people, JSON for the admin console, the files, and the SHA-256 of each. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { sha256 } from '../digest';
import { ReportError } from '../report-error';
import { reportHtml } from './report-html';
import { EXPORT_JSON, type EvidenceExport, type EvidencePart, type EvidenceRecord } from './schema';

export const EXPORT_HTML = 'bao-cao.html';
export const EXPORT_SUMS = 'SHA256SUMS';
/** Zip without its 64-bit form ends at 4 GB; browsers' memory sooner. */
export const MAX_EXPORT_BYTES = 1024 ** 3;

export interface ExportInfo {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly extension: string;
}

/**
 * The archive of these records. `readPart` gives the bytes of a part, checked. One part is in memory at a time beside
 * what the browser keeps of the archive. Throws ReportError ERR_REPORT_TOO_LARGE past 1 GB, and what readPart throws.
 */
export async function exportZip(
  records: readonly EvidenceRecord[],
  readPart: (part: EvidencePart) => Promise<Uint8Array>,
  { now, extension }: ExportInfo,
): Promise<Blob> {
  const size = records.reduce((sum, { parts }) => sum + parts.reduce((all, part) => all + part.size, 0), 0);
  if (size > MAX_EXPORT_BYTES) {
    throw new ReportError(
      'ERR_REPORT_TOO_LARGE',
      'Too much for one archive: search for fewer pieces and export those.',
    );
  }
  const archive = new Archive(now);
  const data: EvidenceExport = {
    format: 'canh-giac-evidence',
    version: 1,
    exportedAt: new Date(now).toISOString(),
    extension,
    records: records.map((record) => ({
      ...record,
      parts: record.parts.map((part) => ({ ...part, path: pathOf(part) })),
    })),
  };
  const sums: string[] = [];
  const write = async (name: string, text: string) => {
    sums.push(`${await sha256(text)}  ${name}\n`);
    archive.add(name, new TextEncoder().encode(text), true);
  };
  await write(EXPORT_JSON, `${JSON.stringify(data, null, 1)}\n`);
  await write(EXPORT_HTML, reportHtml(data));
  for (const part of data.records.flatMap(({ parts }) => parts)) {
    archive.add(part.path, await readPart(part), false);
    sums.push(`${part.sha256}  ${part.path}\n`);
  }
  archive.add(EXPORT_SUMS, new TextEncoder().encode(sums.join('')), true);
  return archive.end();
}

/** Ending of the file in the archive, by which systems open it; the person's own name stands in the report. */
function pathOf({ id, name, type }: EvidencePart): string {
  const known =
    /\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? /^(?:image|audio|video)\/([a-z0-9]{1,5})$/.exec(type)?.[1];
  return `files/${id}${known === undefined ? '' : `.${known.toLowerCase()}`}`;
}

class Archive {
  readonly #zip: Zip;
  #chunks: Uint8Array<ArrayBuffer>[] = [];
  readonly #done: Blob[] = [];

  constructor(readonly now: number) {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#chunks.push(chunk);
    });
  }

  /** Pictures and recordings are packed already: only text is worth it. */
  add(name: string, bytes: Uint8Array, pack: boolean): void {
    const file = pack ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    file.mtime = this.now;
    this.#zip.add(file);
    file.push(bytes, true);
    this.#flush();
  }

  end(): Blob {
    this.#zip.end();
    this.#flush();
    return new Blob(this.#done, { type: 'application/zip' });
  }

  /** What is a Blob the browser may keep on disk. */
  #flush(): void {
    this.#done.push(new Blob(this.#chunks));
    this.#chunks = [];
  }
}
