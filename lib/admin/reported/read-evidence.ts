/** Evidence that citizens saved and handed in, as rows: a number each, for the same import as tables. */
import { parseExport, readExport } from '../../report/evidence/read-export';

/** Headings of the columns, in the language of the console. */
export interface EvidenceHeadings {
  readonly number: string;
  readonly date: string;
  readonly page: string;
  readonly message: string;
}

/** Letters of a message that are shown beside its number: enough to see what it was about. */
const MESSAGE = 300;
/** Days are those of Vietnam. */
const ZONE_MS = 7 * 3_600_000;

/**
 * The rows of an export (.zip, every file of it checked, or its evidence.json), headings first. A record with three
 * numbers gives three rows; the page and the message are for the administrator, no column takes them by itself. Throws
 * ReportError.
 */
export async function evidenceRows(file: File, headings: EvidenceHeadings): Promise<string[][]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { records } = /\.json$/i.test(file.name) ? parseExport(bytes) : (await readExport(bytes)).data;
  const rows = records.flatMap(({ numbers, savedAt, page = '', text }) => {
    const day = new Date(Date.parse(savedAt) + ZONE_MS).toISOString().slice(0, 10);
    return numbers.map((number) => [number, day, page, text.slice(0, MESSAGE)]);
  });
  return [[headings.number, headings.date, headings.page, headings.message], ...rows];
}
