/** A workbook as spreadsheets save it: shared strings, numbers, days as counts of days with the format of a date. */
import { strToU8, zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const RELATIONS = `${OFFICE}/package/2006/relationships`;
const KIND = `${OFFICE}/officeDocument/2006/relationships`;
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export type Cell = string | number | Date;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The bytes of an .xlsx with one sheet. */
export function xlsx(rows: readonly (readonly Cell[])[]): Buffer {
  return workbook({ 'Danh sách': rows });
}

/** The bytes of an .xlsx with sheets by name; a row without cells is left out of the file, as spreadsheets do. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Buffer {
  const strings: string[] = [];
  const cell = (value: Cell, at: string) => {
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (value instanceof Date) {
      const days = value.getTime() / 86_400_000 + 25_569;
      return `<c r="${at}" s="1"><v>${days}</v></c>`;
    }
    return `<c r="${at}" t="s"><v>${strings.push(value) - 1}</v></c>`;
  };
  const rowsOf = (rows: readonly (readonly Cell[])[]) =>
    rows
      .map((row, line) => {
        const cells = row.map((value, column) => cell(value, `${'ABCDEFGH'[column] ?? ''}${line + 1}`));
        return row.length === 0 ? '' : `<row r="${line + 1}">${cells.join('')}</row>`;
      })
      .join('');
  const names = Object.keys(sheets);
  const numbered = names.map((name, at) => ({ name, number: at + 1 }));
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>${numbered.map(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${CONTENT}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${CONTENT}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${KIND}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${KIND}"><sheets>${numbered.map(({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${numbered.map(({ number }) => `<Relationship Id="rId${number}" Type="${KIND}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="rIdA" Type="${KIND}/styles" Target="styles.xml"/><Relationship Id="rIdB" Type="${KIND}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const { name, number } of numbered)
    parts[`xl/worksheets/sheet${number}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${rowsOf(sheets[name] ?? [])}</sheetData></worksheet>`;
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;
  const entries = Object.entries(parts).map(([path, text]) => [path, strToU8(HEAD + text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}
