/** Reads an export back: for the admin console, and to see that it is whole. */
import * as v from 'valibot';
import { sha256 } from '../digest';
import { ReportError } from '../report-error';
import { readZip, type ZipCaps } from '../zip/read-zip';
import { EvidenceExport, EXPORT_JSON } from './schema';

/** What one import may hold: 5,000 records or their files, a gigabyte unpacked. */
export const IMPORT_CAPS: ZipCaps = { entries: 20_000, bytes: 1024 ** 3 };

export interface ImportedEvidence {
  readonly data: EvidenceExport;
  /** The bytes of each part by its id, each checked against its SHA-256. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/**
 * The evidence of an archive. Throws ReportError: what readZip throws, ERR_REPORT_FORMAT where the JSON is not ours or
 * names a file that is missing, ERR_REPORT_CHANGED where text or a file is not what was saved.
 */
export async function readExport(bytes: Uint8Array, caps: ZipCaps = IMPORT_CAPS): Promise<ImportedEvidence> {
  const entries = readZip(bytes, caps, (name) => name === EXPORT_JSON || name.startsWith('files/'));
  const data = parseExport(entries.get(EXPORT_JSON));
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const record of data.records) {
    await check(new TextEncoder().encode(record.text), record.textSha256, `the text of ${record.id}`);
    for (const part of record.parts) {
      const content = entries.get(part.path);
      if (!content) throw new ReportError('ERR_REPORT_FORMAT', `The file ${part.path} is missing.`);
      await check(content, part.sha256, part.path);
      files.set(part.id, content);
    }
  }
  return { data, files };
}

/** The `evidence.json` of an archive, without its files. Throws ReportError ERR_REPORT_FORMAT. */
export function parseExport(json: Uint8Array | undefined): EvidenceExport {
  try {
    return v.parse(EvidenceExport, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)));
  } catch (error) {
    const issue = error instanceof v.ValiError ? ` ${error.message}` : '';
    throw new ReportError('ERR_REPORT_FORMAT', `This is no evidence of Cảnh Giác.${issue}`, { cause: error });
  }
}

async function check(bytes: Uint8Array<ArrayBuffer>, expected: string, what: string): Promise<void> {
  if ((await sha256(bytes)) === expected) return;
  throw new ReportError('ERR_REPORT_CHANGED', `Not what was saved: ${what}.`);
}
